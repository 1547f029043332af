using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>Evidence and the playbook's lines. Load the checklist before ticking or closing.</summary>
public sealed partial class Issue
{
    private readonly List<Attachment> _attachments = [];
    private readonly List<ChecklistItem> _checklist = [];

    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>Actions first, then the criteria for closing, each in the playbook's order.</summary>
    public IReadOnlyList<ChecklistItem> Checklist => _checklist;

    /// <summary>Adds a file. With a message it shares the message's visibility; alone it is public.</summary>
    public Attachment Attach(Author by, EvidenceFile file, IssueMessage? message, DateTimeOffset now)
    {
        var attachment = new Attachment(this, message, by, file, message?.IsInternal ?? false, now);
        _attachments.Add(attachment);
        Touch(now);
        return attachment;
    }

    /// <summary>The side that owes a line ticks it off; a criterion is the buyer's.</summary>
    public ChecklistItem Tick(Author by, Guid item, string? proof, DateTimeOffset now)
    {
        var line = Line(item);
        Demand(IsOpen, "issue-closed");
        Demand(by.Side == line.Owner, line.Owner == Side.Vendor ? "vendor-acts" : "buyer-acts");
        Demand(!line.IsDone, "checklist-done");
        Demand(!line.NeedsProof || !string.IsNullOrWhiteSpace(proof), "proof-missing");
        line.Tick(by.Name, string.IsNullOrWhiteSpace(proof) ? null : proof.Trim(), now);
        Touch(now);
        return line;
    }

    /// <summary>Takes a tick back, by the side that made it.</summary>
    public void Untick(Author by, Guid item, DateTimeOffset now)
    {
        var line = Line(item);
        Demand(IsOpen, "issue-closed");
        Demand(by.Side == line.Owner, line.Owner == Side.Vendor ? "vendor-acts" : "buyer-acts");
        Demand(line.IsDone, "checklist-open");
        line.Untick();
        Touch(now);
    }

    public IEnumerable<ChecklistItem> OpenCriteria => _checklist.Where(i => i is { Kind: ChecklistKind.Criterion, IsDone: false });

    private ChecklistItem Line(Guid item) =>
        _checklist.FirstOrDefault(i => i.Id == item) ?? throw new RuleViolationException("checklist-unknown");

    /// <summary>What the playbook of the type asks for, due from <paramref name="at"/> on.</summary>
    private void Prepare(ClockFaces faces, DateTimeOffset at)
    {
        var playbook = Playbook.For(ProblemType);
        foreach (var (line, position) in playbook.Actions.Select((l, i) => (l, i)))
        {
            _checklist.Add(new ChecklistItem(this, ChecklistKind.Action, position, line, line.Due is { } due ? DueAt(due, faces, at) : null));
        }

        foreach (var (line, position) in playbook.Criteria.Select((l, i) => (l, i)))
        {
            _checklist.Add(new ChecklistItem(this, ChecklistKind.Criterion, 100 + position, line, null));
        }
    }

    private static DateTimeOffset? DueAt(Target due, ClockFaces faces, DateTimeOffset at) =>
        faces.Counting(TargetResolution.CalendarOf(due), true).Add(at, TargetResolution.Ticks(due, at, faces.Office));

    /// <summary>Criteria that nobody ticked are overruled with the reason; without one the issue stays open.</summary>
    private void SettleCriteria(string? by, string? reason, DateTimeOffset now)
    {
        Demand(!OpenCriteria.Any() || !string.IsNullOrWhiteSpace(reason), "criteria-open");
        foreach (var criterion in OpenCriteria.ToList())
        {
            criterion.Overrule(by, reason!.Trim(), now);
        }
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>The page of somebody who scores sixty contacts a day: everything by key, kept while it is typed. It works without scripts too.</summary>
[Permission(Permission.ScoreContact)]
public sealed partial class ScoreModel(AppDb db, InspectionDesk desk, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Evaluation Evaluation { get; private set; } = null!;

    public QaContact Contact { get; private set; } = null!;

    public QaForm QaForm { get; private set; } = null!;

    public string Outlet { get; private set; } = "";

    public string Vendor { get; private set; } = "";

    public DateTimeOffset Now { get; private set; }

    /// <summary>What the agent got in the month so far.</summary>
    public IReadOnlyList<decimal> Month { get; private set; } = [];

    public int Left { get; private set; }

    public DateOnly? Joined { get; private set; }

    public Guid? Previous { get; private set; }

    public Guid? Next { get; private set; }

    public sealed class Item
    {
        public Level? Level { get; set; }

        public string? Note { get; set; }

        public GapCause? Cause { get; set; }

        public FaultOf? FaultOf { get; set; }
    }

    public sealed class Mark
    {
        public bool On { get; set; }

        public string? Note { get; set; }
    }

    public sealed class Form
    {
        public Dictionary<string, Item> Items { get; set; } = [];

        public Dictionary<string, Mark> Fatal { get; set; } = [];

        public string? Summary { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        if (Evaluation.State != EvaluationState.Open)
        {
            return RedirectToPage("Details", new { Id });
        }

        Input = Shown(Evaluation);
        await AroundAsync(cancel);
        return Page();
    }

    /// <summary>Keeps a draft; the script asks every few seconds.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            // What was handed in is on record; every few seconds on the way to it is not.
            using var audit = db.BulkAudit();
            Evaluation.Draft(QaForm, Given(), Input.Summary, Me, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            return new JsonResult(new { saved = text["inspections.draftSaved", text.Time(clock.GetUtcNow())] });
        }
        catch (RuleViolationException e)
        {
            return new JsonResult(new { error = text.Rule(e) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
        catch (DbUpdateConcurrencyException)
        {
            return new JsonResult(new { error = text["shared.conflict"] }) { StatusCode = StatusCodes.Status409Conflict };
        }
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync(
        () => desk.SubmitAsync(Evaluation, Contact, QaForm, Given(), Input.Summary, Me, cancel), "inspections.submitted", cancel);

    public Task<IActionResult> OnPostSkipAsync(string? skip, CancellationToken cancel) => ActAsync(
        () =>
        {
            Evaluation.Skip(Refusal.Within(skip, 400), Me, clock.GetUtcNow());
            return db.SaveChangesAsync(cancel);
        },
        "inspections.skipped", cancel);

    private Author Me => new(user.Id, user.Name, user.Side);

    /// <summary>After the last one of the contract the list says so.</summary>
    private async Task<IActionResult> ActAsync(Func<Task> act, string told, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
        {
            return NotFound();
        }

        try
        {
            await act();
            TempData["Flash"] = text[told, Contact.ExternalId, text.Fixed(Evaluation.Score)];
            await AroundAsync(cancel);
            return Evaluation.RoundId is { } round ? RedirectToPage("Round", new { id = round })
                : Next is { } next ? RedirectToPage(new { id = next }) : RedirectToPage("Index", new { contract = Contact.ContractId.Value });
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        db.ChangeTracker.Clear();
        await AroundAsync(cancel);
        return Page();
    }

    private Answers Given() => new(
        [.. QaForm.Body.Criteria.Where(c => Input.Items.TryGetValue(c.Code, out var i) && i.Level is not null)
            .Select(c => (c.Code, Item: Input.Items[c.Code])).Select(x => QaScoring.IsGap(x.Item.Level!.Value)
                ? new ItemScore(x.Code, x.Item.Level!.Value, x.Item.Note?.Trim(), Second(x.Item.Note), x.Item.Cause, x.Item.FaultOf)
                : new ItemScore(x.Code, x.Item.Level!.Value))],
        [.. QaForm.Body.Fatal.Where(f => Input.Fatal.TryGetValue(f.Code, out var m) && m.On)
            .Select(f => new FatalMark(f.Code, Input.Fatal[f.Code].Note?.Trim() ?? "", Second(Input.Fatal[f.Code].Note)))]);

    private static Form Shown(Evaluation evaluation) => new()
    {
        Items = evaluation.Answers.Items.ToDictionary(i => i.Code, i => new Item { Level = i.Level, Note = i.Note, Cause = i.Cause, FaultOf = i.FaultOf }),
        Fatal = evaluation.Answers.Fatal.ToDictionary(f => f.Code, f => new Mark { On = true, Note = f.Note }),
        Summary = evaluation.Summary,
    };

    /// <summary>A remark begins with its place in the recording, mm:ss.</summary>
    private static int? Second(string? note) => Place().Match(note ?? "") is { Success: true } m
        ? (60 * int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)) + int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) : null;

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        Now = clock.GetUtcNow();
        var found = await db.Evaluations.SingleOrDefaultAsync(e => e.Id == Id, cancel);
        // Blind tasks are their reviewer's alone, and a vendor's people score nothing else.
        if (found is null || ((found.RoundId is not null || user.Side == Side.Vendor) && found.ReviewerId != user.Id))
        {
            return false;
        }

        (Evaluation, Contact) = (found, await db.QaContacts.SingleAsync(c => c.Id == found.ContactId, cancel));
        QaForm = await db.QaForms.AsNoTracking().SingleAsync(f => f.Id == found.FormId, cancel);
        return true;
    }

    private async Task AroundAsync(CancellationToken cancel)
    {
        var (contract, month, agent, id, me, round) = (Evaluation.ContractId, Evaluation.Month, Evaluation.Agent, Evaluation.Id, user.Id, Evaluation.RoundId);
        Outlet = await db.Outlets.AsNoTracking().Where(o => o.Id == Evaluation.OutletId).Select(o => o.Name).FirstOrDefaultAsync(cancel) ?? "";
        Vendor = await db.Vendors.AsNoTracking().Where(v => v.Id == Evaluation.VendorId).Select(v => v.Name).FirstOrDefaultAsync(cancel) ?? "";
        Month = round is not null ? [] : await db.Evaluations.AsNoTracking().Where(e => e.ContractId == contract && e.Month == month && e.Agent == agent && e.Id != id && e.Score != null
            && e.Purpose != EvaluationPurpose.Calibration).OrderBy(e => e.SubmittedAt).Select(e => e.Score!.Value).Take(12).ToListAsync(cancel);
        Joined = await db.Agents.AsNoTracking().Where(a => a.Id == Evaluation.AgentId).Select(a => (DateOnly?)a.JoinedOn).FirstOrDefaultAsync(cancel);
        var queue = await (from e in db.Evaluations.AsNoTracking()
                           join c in db.QaContacts.AsNoTracking() on e.ContactId equals c.Id
                           where e.ContractId == contract && e.RoundId == round && (e.State == EvaluationState.Open || e.Id == id) && (e.ReviewerId == null || e.ReviewerId == me)
                           orderby c.StartedAt, e.Id
                           select e.Id).Take(500).ToListAsync(cancel);
        var place = queue.IndexOf(id);
        Left = queue.Count;
        Previous = place > 0 ? queue[place - 1] : null;
        Next = place >= 0 && place + 1 < queue.Count ? queue[place + 1] : queue.Where(q => q != id).Select(q => (Guid?)q).FirstOrDefault();
    }

    [GeneratedRegex(@"^\s*(\d{1,3}):(\d{2})")]
    private static partial Regex Place();
}

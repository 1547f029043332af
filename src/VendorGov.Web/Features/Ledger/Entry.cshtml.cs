using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Ledger;

/// <summary>One line of the ledger: its facts, and when, how and by whom the customer was told. Makes a complaint of another issue.</summary>
[Permission(Permission.ViewIssues)]
public sealed class EntryModel(AppDb db, ClockFacesLoader faces, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class Facts
    {
        [Required, Display(Name = "ledger.channel")]
        public ComplaintChannel? Channel { get; set; }

        public ComplaintCategory? Category { get; set; }

        [StringLength(2000), Display(Name = "ledger.demand")]
        public string? Demand { get; set; }

        [StringLength(2000), Display(Name = "ledger.result")]
        public string? Result { get; set; }

        [Range(typeof(decimal), "0", "99999999"), Display(Name = "ledger.compensation")]
        public decimal? Compensation { get; set; }

        [StringLength(2000), Display(Name = "ledger.remark")]
        public string? Remark { get; set; }
    }

    public sealed class Telling
    {
        [Required, Display(Name = "ledger.toldAt")]
        public string? At { get; set; }

        [Required, Display(Name = "ledger.toldHow")]
        public ToldHow? How { get; set; }

        [Required, StringLength(120), Display(Name = "ledger.toldBy")]
        public string? By { get; set; }

        [Required, StringLength(2000), Display(Name = "ledger.toldProof")]
        public string? Proof { get; set; }
    }

    [BindProperty]
    public Facts Input { get; set; } = new();

    [BindProperty]
    public Telling Told { get; set; } = new();

    public Issue Issue { get; private set; } = null!;

    public Complaint? Entry { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>The customer is shown in full on this answer alone.</summary>
    public bool Revealed { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayChange => user.Can(Permission.HandleCases) && Issue.State != IssueState.Withdrawn;

    public bool IsComplaint => Issue.ProblemType == ProblemType.ComplaintMishandled || Entry is not null;

    public Obligation? Legal => Issue.Obligations.FirstOrDefault(o => o.Kind == ObligationKind.CustomerTold);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        ShowFacts();
        ShowTelling();
        return Page();
    }

    [Permission(Permission.HandleCases)]
    public async Task<IActionResult> OnPostRevealAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        db.AddBatchEntry("revealed", nameof(Issue), id.ToString("D"), new { Issue.Number });
        await db.SaveChangesAsync(cancel);
        ModelState.Clear();
        ShowFacts();
        ShowTelling();
        Revealed = true;
        return Page();
    }

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancel) => ActAsync(id, "Input", "ledger.saved", (by, face) =>
    {
        var said = new ComplaintFacts(
            Input.Channel!.Value, Input.Category, Blank(Input.Demand), Blank(Input.Result), Input.Compensation, Blank(Input.Remark));
        Issue.BecomeComplaint(by, face, Now);
        if (Entry is { } known)
        {
            known.Change(said);
        }
        else
        {
            db.Complaints.Add(new Complaint(Issue, said));
        }
    }, cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostTellAsync(Guid id, CancellationToken cancel) => ActAsync(id, "Told", "ledger.told", (by, face) =>
    {
        var at = LocalTime.Read(Told.At, user.Zone, Now) ?? throw new RuleViolationException("told-time-impossible");
        Issue.Sweep(face, Now);
        Issue.TellCustomer(by, Told.Proof!, at, face, Now, Told.How!.Value, Told.By);
    }, cancel);

    /// <param name="form">The prefix of the form's fields: what another form of the page lacks is no error of this one.</param>
    private async Task<IActionResult> ActAsync(Guid id, string form, string told, Action<Author, ClockFaces> act, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        ModelState.Keys.Where(k => !k.StartsWith(form + ".", StringComparison.Ordinal)).ToList().ForEach(k => ModelState.Remove(k));
        try
        {
            if (ModelState.IsValid)
            {
                act(new Author(user.Id, user.Name, user.Side), await faces.OfAsync(Issue.ContractId, Issue.TermsVersionId, cancel));
                await db.SaveChangesAsync(cancel);
                TempData["Flash"] = text[told];
                return RedirectToPage(new { id });
            }
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(violation.Rule == "told-time-impossible" ? "Told.At" : "", text.Rule(violation));
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", text["shared.conflict"]);
        }

        (form == "Told" ? (Action)ShowFacts : ShowTelling)();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var key = IssueId.From(id);
        if (await db.Issues.Include(i => i.Obligations).FirstOrDefaultAsync(i => i.Id == key, cancel) is not { } issue)
        {
            return false;
        }

        Issue = issue;
        Entry = await db.Complaints.FirstOrDefaultAsync(c => c.IssueId == key, cancel);
        Currency = await db.Contracts.Where(c => c.Id == issue.ContractId).Select(c => c.Currency).SingleAsync(cancel);
        return true;
    }

    private void ShowFacts() => Input = new Facts
    {
        Channel = Entry?.Channel ?? (Issue.Emergency == EmergencyKind.RegulatorAppeal ? ComplaintChannel.Regulator : null),
        Category = Entry?.Category, Demand = Entry?.Demand, Result = Entry?.Result, Compensation = Entry?.Compensation, Remark = Entry?.Remark,
    };

    private void ShowTelling() => Told = new Telling { At = LocalTime.Field(Now, user.Zone), By = user.Name, How = ToldHow.Phone };

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

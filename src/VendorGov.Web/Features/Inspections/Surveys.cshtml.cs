using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Feed;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Sheets;
using VendorGov.Web.Shared.Tags;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Ratings that outlets and headquarters gathered by phone, SMS, mail and on platforms; low ones draw their contacts for inspection.</summary>
[Permission(Permission.Inspect)]
public sealed class SurveysModel(AppDb db, SurveyImport import, SamplingRun sampling, StaffContracts contracts, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Contract { get; set; }

    [BindProperty(SupportsGet = true)]
    public SurveySource? Source { get; set; }

    /// <summary>Only what says not satisfied.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Low { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    public IReadOnlyList<StaffContract> Contracts => contracts.All;

    public StaffContract? Desk { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Share> Shares { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 0);

    public bool Narrows => Source is not null || Low || !string.IsNullOrWhiteSpace(Q);

    public IReadOnlyList<SheetProblem> Problems => import.Problems;

    public sealed class Line
    {
        public required SurveyAnswer Survey { get; init; }
        public string? Outlet { get; init; }
        public EvaluationState? State { get; init; }
        public decimal? Score { get; init; }
    }

    /// <summary>Of one source: how many answered, and how many of them were satisfied.</summary>
    public sealed record Share(SurveySource Source, int Answers, int Satisfied);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await OpensAsync(cancel) ? Page() : Contract is null ? Page() : NotFound();

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        return Desk is null ? NotFound() : File(
            SurveyImport.Form.Template(text, "inspections.note.Surveys", [["sv-0001", text.Of(SurveySource.Sms), "W0301", text.Of(Channel.Voice), "2026-07-05 14:12", 2, "call-0001", "1001", "LC7302260441", text["inspections.surveyExample"]]]),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text.Pick("满意度调查", "surveys") + ".xlsx");
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return NotFound();
        }

        string[] head = ["survey", "source", "contactAt", "outlet", "channel", "agent", "rating", "comment", "contact", "state", "score"];
        return ListDownload.Of("surveys", head.Select(h => text[$"inspections.column.{h}"]), (await Found().ToListAsync(cancel)).Select(l => (IReadOnlyList<object?>)[
            l.Survey.ExternalId, text.Of(l.Survey.Source), text.Instant(l.Survey.ContactAt), l.Outlet, text.Of(l.Survey.Channel), l.Survey.Agent, l.Survey.Score, l.Survey.Comment,
            l.Survey.ContactExternalId, l.State is { } state ? text.Of(state) : null, l.Score]), format);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await OpensAsync(cancel))
        {
            return NotFound();
        }

        if (file is null || file.Length is 0 || file.Length > SheetForm.Limits.MaxBytes)
        {
            ModelState.AddModelError("file", text["uploads.choose"]);
            return Page();
        }

        var drawn = 0;
        try
        {
            await using var content = file.OpenReadStream();
            using var table = TabularFile.Open(content, file.FileName, SheetForm.Limits);
            await import.RunAsync(Desk!, await contracts.OutletsAsync(Desk!.Contract, cancel), table, cancel);
            await db.SaveChangesAsync(cancel);
            drawn = Problems.Count == 0 ? await sampling.DrawSurveysAsync(Desk.Contract, cancel) : 0;
        }
        catch (TabularRefusedException refused)
        {
            ModelState.AddModelError("file", text[refused.TextKey, [.. refused.Arguments]]);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("file", text["shared.conflict"]);
        }

        if (!ModelState.IsValid || Problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Page();
        }

        TempData["Flash"] = text["inspections.surveysImported", import.Added.Count, import.Known, drawn];
        return RedirectToPage(new { contract = Contract });
    }

    private async Task<bool> OpensAsync(CancellationToken cancel)
    {
        Desk = await contracts.ChooseAsync(Contract, cancel);
        if (Desk is null)
        {
            return false;
        }

        var (found, id, since) = (Found(), Desk.Contract.Id, Desk.Today.AddDays(-90));
        Paging = Paging.Of(PageNumber, await found.CountAsync(cancel));
        Lines = await found.Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Shares = [.. (await db.SurveyAnswers.AsNoTracking().Where(s => s.ContractId == id && s.Date >= since).GroupBy(s => s.Source)
            .Select(g => new { g.Key, Answers = g.Count(), Satisfied = g.Count(s => s.Score >= FeedSurvey.SatisfiedFrom) }).ToListAsync(cancel))
            .OrderBy(g => g.Key).Select(g => new Share(g.Key, g.Answers, g.Satisfied))];
        return true;
    }

    private IQueryable<Line> Found()
    {
        var (id, q) = (Desk!.Contract.Id, Q?.Trim());
        return from s in db.SurveyAnswers.AsNoTracking()
               join o in db.Outlets.AsNoTracking() on s.OutletId equals o.Id
               where s.ContractId == id && (Source == null || s.Source == Source) && (!Low || s.Score < FeedSurvey.SatisfiedFrom)
                   && (string.IsNullOrEmpty(q) || s.ExternalId.Contains(q) || (s.Agent != null && s.Agent.Contains(q)) || (s.Waybill != null && s.Waybill.Contains(q)) || (s.Comment != null && s.Comment.Contains(q)))
               orderby s.ContactAt descending, s.Id
               select new Line
               {
                   Survey = s, Outlet = o.Name, State = db.Evaluations.Where(e => e.Id == s.EvaluationId).Select(e => (EvaluationState?)e.State).FirstOrDefault(),
                   Score = db.Evaluations.Where(e => e.Id == s.EvaluationId).Select(e => e.Score).FirstOrDefault(),
               };
    }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Issues;

/// <summary>The emergency button of outlets and vendors: waybill, kind, note, send. Also the last emergencies and who has read of them.</summary>
[Permission(Permission.ReportEmergency)]
[RequestSizeLimit(EvidenceFile.MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceFile.MaxFormBytes)]
public sealed class EmergencyModel(
    AppDb db, EmergencyDesk emergencies, EvidenceDesk desk, FilingPlaces places, NavCounts counts, TimeProvider clock, CurrentUser user,
    Text text) : PageModel
{
    private const string LocalTime = "yyyy-MM-dd'T'HH:mm";
    private const int Shown = 20;

    public sealed class NewEmergency
    {
        [Required, Display(Name = "issues.place")]
        public string? Place { get; set; }

        [Required, Display(Name = "issues.emergency.kind")]
        public EmergencyKind? Kind { get; set; }

        [Required, StringLength(400), Display(Name = "issues.waybills")]
        public string? Waybill { get; set; }

        [Required, StringLength(4000), Display(Name = "issues.emergency.note")]
        public string? Note { get; set; }

        /// <summary>Local wall-clock time of the tenant.</summary>
        [Required, Display(Name = "issues.emergency.learned")]
        public string? LearnedAt { get; set; }

        [StringLength(60), Display(Name = "issues.emergency.regulator")]
        public string? RegulatorNumber { get; set; }

        public DateOnly? ReplyBy { get; set; }
    }

    public sealed record Row(
        Guid Id, string Number, string Title, EmergencyKind Kind, IssueState State, DateTimeOffset FiledAt, string? Outlet, string? Vendor, int Told, int Read);

    [BindProperty]
    public NewEmergency Input { get; set; } = new();

    [BindProperty(Name = "")]
    public FileForm Attached { get; set; } = new();

    public IReadOnlyList<FilingPlaces.Place> Places { get; private set; } = [];

    public IReadOnlyList<DraftFile> Drafts { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Input.Place = Places.Count == 1 ? Places[0].Key : null;
        Input.LearnedAt = TimeZoneInfo.ConvertTime(Now, user.Zone).ToString(LocalTime, CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Drafts = await Attached.TakeAsync(desk, null, text, sentence => ModelState.AddModelError("Attached.Files", sentence), cancel);
        var place = Places.FirstOrDefault(p => p.Key == Input.Place);
        if (place is null && !string.IsNullOrEmpty(Input.Place))
        {
            ModelState.AddModelError("Input.Place", text["issues.placeGone"]);
        }

        if (!FilingPlaces.Fit(FilingPlaces.Split(Input.Waybill)))
        {
            ModelState.AddModelError("Input.Waybill", text["issues.waybillsWrong"]);
        }

        if (!ModelState.IsValid || place is null || Learned() is not { } learned)
        {
            return Page();
        }

        try
        {
            var issue = await emergencies.OpenAsync(place.Contract, place.Outlet, ReportOf(learned), new Author(user.Id, user.Name, user.Side), cancel);
            counts.Ring();
            TempData["Flash"] = text["issues.emergency.sent", issue.Number];
            return RedirectToPage("Details", new { id = issue.Id.Value });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError("", text.Rule(violation));
            return Page();
        }
    }

    private EmergencyDesk.Report ReportOf(DateTimeOffset learned) => new(
        text["issues.emergency.title", Input.Kind!.Value], Input.Note!.Trim(), FilingPlaces.Split(Input.Waybill),
        new EmergencyNote(Input.Kind.Value, learned, string.IsNullOrWhiteSpace(Input.RegulatorNumber) ? null : Input.RegulatorNumber.Trim(), Input.ReplyBy),
        Attached.Files);

    private DateTimeOffset? Learned()
    {
        if (DateTime.TryParseExact(Input.LearnedAt, LocalTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            var at = new DateTimeOffset(local, user.Zone.GetUtcOffset(local)).ToUniversalTime();
            // The field counts minutes: this very minute is not the future.
            return at > Now && at < Now.AddMinutes(1) ? Now : at;
        }

        ModelState.AddModelError("Input.LearnedAt", text["rule.learned-time-impossible"]);
        return null;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Places = await places.AllAsync(cancel);
        Rows = await db.Issues.AsNoTracking().Where(i => i.Emergency != null).OrderByDescending(i => i.FiledAt).Take(Shown)
            .Select(i => new Row(
                i.Id.Value, i.Number, i.Title, i.Emergency!.Value, i.State, i.FiledAt,
                db.Outlets.Where(o => o.Id == i.OutletId).Select(o => o.Name).FirstOrDefault(),
                db.Vendors.Where(v => v.Id == i.VendorId).Select(v => v.Name).FirstOrDefault(),
                db.IssueFollowers.Count(f => f.IssueId == i.Id && f.ToldAt != null),
                db.IssueFollowers.Count(f => f.IssueId == i.Id && f.ToldAt != null && f.FirstReadAt != null))).ToListAsync(cancel);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;
using VendorGov.Web.Shared.Filing;

namespace VendorGov.Web.Features.Faults;

/// <summary>Reports a technical fault. The vendor says when it learned of it: 30 minutes count from there (FLT30).</summary>
[Permission(Permission.HandleCases)]
public sealed class ReportModel(
    AppDb db, IssueFiling filing, FilingPlaces places, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class NewFault
    {
        [Required, Display(Name = "faults.place")]
        public string? Place { get; set; }

        [Required, StringLength(200), Display(Name = "faults.titleField")]
        public string? Title { get; set; }

        [Required, StringLength(8000), Display(Name = "faults.words")]
        public string? Words { get; set; }

        /// <summary>All channels are down: S1.</summary>
        public bool AllChannels { get; set; }
    }

    [BindProperty]
    public NewFault Input { get; set; } = new();

    [BindProperty]
    public FaultInput Fault { get; set; } = new();

    public IReadOnlyList<FilingPlaces.Place> Places { get; private set; } = [];

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Places = await places.AllAsync(cancel);
        Input.Place = Places.Count == 1 ? Places[0].Key : null;
        Fault.Started = LocalTime.Field(Now, user.Zone);
        Fault.Learned = user.Side == Side.Vendor ? Fault.Started : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Places = await places.AllAsync(cancel);
        var place = Places.FirstOrDefault(p => p.Key == Input.Place);
        if (place is null && !string.IsNullOrEmpty(Input.Place))
        {
            ModelState.AddModelError("Input.Place", text["faults.placeGone"]);
        }

        var facts = Fault.Read(ModelState, "Fault", user.Zone, Now, text);
        if (facts is null || place is null || !ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var issue = await filing.FileAsync(place.Contract, ground => Task.FromResult(Open(ground, place, facts)), cancel);
            TempData["Flash"] = text["faults.reported", issue.Number];
            return RedirectToPage("Details", new { id = issue.Id.Value });
        }
        catch (RuleViolationException violation)
        {
            ModelState.AddModelError(FieldOf(violation), text.Rule(violation));
            return Page();
        }
    }

    private Issue Open(FilingGround ground, FilingPlaces.Place place, FaultFacts facts)
    {
        var severity = Input.AllChannels ? Severity.S1 : Playbook.For(ProblemType.TechnicalFault).DefaultSeverity;
        var report = new IssueReport(ground.Number, ProblemType.TechnicalFault, severity, Input.Title!.Trim(), Input.Words!.Trim(), []);
        var (issue, fault) = Issue.OpenFault(
            report, facts, ground.Contract, place.Outlet, ground.Terms, ground.Faces, new Author(user.Id, user.Name, user.Side), ground.Now);
        db.Faults.Add(fault);
        return issue;
    }

    internal static string FieldOf(RuleViolationException violation) => violation.Rule switch
    {
        "fault-start" => "Fault.Started",
        "fault-end" => "Fault.Ended",
        "fault-learned" => "Fault.Learned",
        "fault-users" => "Fault.Users",
        _ => "",
    };
}

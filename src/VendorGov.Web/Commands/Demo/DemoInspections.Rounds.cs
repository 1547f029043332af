using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Calibration rounds: the same contacts scored blind by several.</summary>
internal sealed partial class DemoInspections
{
    private void Calibrate()
    {
        var local = people.FirstOrDefault(p => p.Role == Role.OutletReviewer);
        var own = people.FirstOrDefault(p => p.VendorId == contract.VendorId);
        var headquarters = people.First(p => p.Role == Role.Headquarters);
        if (own is null)
        {
            return;
        }

        var place = local is { OutletId: { } outlet } && contract.Outlets.Any(o => o.OutletId == outlet) ? outlet : (OutletId?)null;
        RoundReviewer[] reviewers = [.. new[] { headquarters, place is null ? null : local, own }.OfType<Membership>().Select(p => new RoundReviewer(p.UserId.Value, p.DisplayName, p.VendorId is null ? Side.Buyer : Side.Vendor))];
        var contacts = _heard.Where(c => c.Kind == InspectionKind.Recording && c.Recording is not null && (place is null || c.OutletId == place)).OrderByDescending(c => c.StartedAt).ToList();
        Round("上季度评分尺度校准", reviewers, [.. contacts.Skip(2).Take(4)], now.AddDays(-30), closed: true);
        Round("本月评分尺度校准", reviewers, [.. contacts.Take(2)], now.AddDays(-2), closed: false);
    }

    private void Round(string title, RoundReviewer[] reviewers, List<QaContact> contacts, DateTimeOffset at, bool closed)
    {
        if (contacts.Count == 0)
        {
            return;
        }

        var round = new CalibrationRound(contract, title, form, contacts, reviewers, "何青", at);
        var tasks = round.Tasks(form, contacts, at);
        contacts.ForEach(c => c.Show(at));
        db.Add(round);
        db.AddRange(tasks);
        if (!closed)
        {
            return;
        }

        var common = contacts.ToDictionary(c => c.Id, _ => Judged(_random.Next(2) == 0));
        foreach (var task in tasks)
        {
            var by = new Author(task.ReviewerId, task.ReviewerName!, task.ReviewerSide!.Value);
            task.Draft(form, Nudged(common[task.ContactId], by.Side == Side.Vendor), null, by, at.AddDays(1));
            task.Submit(form, InspectionKind.Recording, by, at.AddDays(1));
            task.Publish(at.AddDays(3));
        }

        round.Close(at.AddDays(3));
    }

    /// <summary>What another reviewer makes of the same contact; the vendor's own is milder.</summary>
    private Answers Nudged(Answers answers, bool mild) => answers with
    {
        Fatal = [],
        Items = [.. answers.Items.Select(i => QaScoring.IsGap(i.Level) && i.Level != Level.Fails && _random.Next(mild ? 2 : 4) == 0 ? i with { Level = mild ? Level.Minor : i.Level == Level.Minor ? Level.Major : Level.Minor } : i)],
    };
}

using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;
using VendorGov.Domain.Training;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>Staff of a contract: one row at least of everything that rosters, certificates and replacements hold.</summary>
internal sealed class StaffHistory(AppDb db, string code, DateTimeOffset now)
{
    public void Tell(Contract contract, Outlet outlet, ClockFaces faces)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var agent = new Agent(
            contract, new AgentDetails("1001", $"{code}坐席", "13800002097", [Channel.Voice, Channel.Chat], ["理赔"]), today.AddYears(-1), now.AddDays(-60));
        var certificate = new Certificate(
            agent, CertificateKind.Contacts, $"{code}上岗证", today.AddYears(-1), today.AddYears(1), "供应商", now.AddDays(-60));
        var day = new AgentDay(agent, today.AddDays(-40), Channel.Voice, "供应商", now.AddDays(-60));
        day.Plan(DayMask.Between(16, 24), Channel.Voice, 0);
        day.Report(DaySpans.Of([(480, 700)]), DaySpans.None);
        var place = new RequirementPlace(contract, outlet.Id, Channel.Voice, today.AddDays(-40));
        var needs = RequirementDay.Entered(place, null, [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => i is >= 16 and < 24 ? 1 : 0)], "网点", now.AddDays(-60));
        var (request, owed) = ReplacementRequest.Ask(
            contract, new ReplacementWish(agent.Id, outlet.Id, ReplacementReason.Left, $"{code}坐席离职", "冷链件口径"), faces, "网点", now);
        var shortfall = new ShortfallAlarm(contract, Coverage.Of([day.Fact(HalfHours.MinutesPerDay)], [needs.Fact])[0], 23, 0, now);
        db.AddRange(agent, certificate, day, needs, owed, request, shortfall);
        Train(contract, outlet, agent, faces, today);
    }

    private void Train(Contract contract, Outlet outlet, Agent agent, ClockFaces faces, DateOnly today)
    {
        var course = new Course(contract, $"{code}理赔口径", CertificateKind.Product, 80, 6, now.AddDays(-60));
        var session = new TrainingSession(course, today.AddDays(-30), 90, "培训师", "一号教室", now.AddDays(-40));
        var (result, certificate) = TrainingResult.Record(session, course, agent, true, 85, today, "供应商", now);
        var briefing = new Briefing(contract, $"{code}春节口径", "延误件先致歉，再给时限。", today.AddDays(2), new Author(null, "总部", Side.Buyer), now);
        var check = new ShiftCheck(contract, [.. Enum.GetValues<ShiftCheckItem>().Select(i => new ShiftCheckLine(i, true, null))], today, "供应商", now);
        db.AddRange(course, session, result, certificate!, briefing, new BriefingReceipt(briefing, agent, "供应商", now), check);
        Know(contract, outlet, new TrainingWish($"{code}理赔口径复训", null, course, [agent], today.AddDays(7)), faces);
    }

    private void Know(Contract contract, Outlet outlet, TrainingWish wish, ClockFaces faces)
    {
        var (order, owed) = TrainingOrder.Give(contract, wish, new TrainingGround(TrainingCause.Other, outlet.Id), faces, "网点", now);
        var (quarter, brand) = BrandQuarter.Owe(contract, BrandQuarter.FirstDayOf(wish.DueOn), faces, now);
        var pack = new BrandPack(contract, null, new BrandContent($"{code}品牌用语", "先问候，再报品牌。", wish.DueOn), "总部", now);
        var (article, decision) = KnowledgeArticle.Propose(
            contract, outlet.Id, null, new KnowledgeText($"{code}冷链签收", "提醒当面验货。", "冷链"), faces, "供应商", now);
        db.AddRange(owed, order, brand, quarter, pack, decision, article);
    }
}

using VendorGov.Data;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Training;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Courses with sessions and results, briefings with receipts and the checks before shifts of a vendor's team.</summary>
internal sealed class DemoTraining(AppDb db, Contract contract, IReadOnlyList<Agent> team, DateOnly today, DateTimeOffset now)
{
    private static readonly (string Title, CertificateKind Kind, int PassMark, int Months)[] Courses =
        [("品牌话术与季度测验", CertificateKind.Brand, 85, 3), ("破损丢失理赔口径", CertificateKind.Product, 80, 6), ("新人上岗培训", CertificateKind.Contacts, 80, 12)];

    private static readonly (string Title, string Body, int Days, int Side)[] Briefings =
    [
        ("双 11 期间时效口径", "派送延误先致歉，说明当前时限，主动登记回访；不得承诺具体到件时间。", 21, 0),
        ("冷链件签收提示", "签收前提醒客户当面验货；异常立即按紧急上报处理。", 9, 0),
        ("夜班交接注意事项", "未结工单在交班前逐条口头交接，并在工单备注。", 2, 1),
    ];

    private readonly Random _random = new(19);
    private readonly List<DemoSitting> _sittings = [];

    /// <summary>What stands on record, for what follows from it.</summary>
    public IReadOnlyList<DemoSitting> Fill()
    {
        foreach (var ((title, kind, mark, months), place) in Courses.Select((c, i) => (c, i)))
        {
            var course = new Course(contract, title, kind, mark, months, now.AddDays(-150));
            db.Add(course);
            if (kind == CertificateKind.Brand)
            {
                // The quarter before this one: everybody sat in it and passed.
                Teach(course, BrandQuarter.FirstDayOf(today).AddDays(-25), null);
            }

            Teach(course, today.AddDays(-46 + (place * 9)), place);
            Teach(course, today.AddDays(-12 + (place * 3)), place + 3);
            db.Add(new TrainingSession(course, today.AddDays(3 + place), 120, "李老师", "二楼培训室", now));
        }

        Brief();
        Check();
        return _sittings;
    }

    /// <param name="part">Every fourth agent; null: all of them, with good marks.</param>
    private void Teach(Course course, DateOnly date, int? part)
    {
        var session = new TrainingSession(course, date, 90, part is 1 or 3 or 5 ? "邵宁" : "李老师", "二楼培训室", now.AddDays(-60));
        db.Add(session);
        foreach (var agent in team.Where(a => a.WorksOn(date)).Where((_, i) => part is null || i % 4 == part % 4))
        {
            var attended = part is null || _random.Next(12) > 0;
            var (result, certificate) = TrainingResult.Record(
                session, course, agent, attended, attended ? (part is null ? 86 : 68) + _random.Next(13) + (part is null ? 0 : _random.Next(19)) : null, today, "邵宁", now.AddDays(-1));
            db.Add(result);
            _sittings.Add(new DemoSitting(course, session, agent, result));
            if (certificate is not null && course.Kind != CertificateKind.Contacts)
            {
                db.Add(certificate);
            }
        }
    }

    private void Brief()
    {
        foreach (var (title, body, days, side) in Briefings)
        {
            var at = now.AddDays(-days);
            var by = side == 0 ? new Author(null, "何青", Side.Buyer) : new Author(null, "邵宁", Side.Vendor);
            var briefing = new Briefing(contract, title, body, today.AddDays(3 - days), by, at);
            db.Add(briefing);
            var share = days > 15 ? 100 : days > 5 ? 92 : 55;
            foreach (var agent in team.Where(a => a.WorksOn(today)).Where(_ => _random.Next(100) < share))
            {
                db.Add(new BriefingReceipt(briefing, agent, "邵宁", at.AddHours(4 + _random.Next(20))));
            }
        }
    }

    private void Check()
    {
        for (var back = 12; back >= 0; back--)
        {
            var at = now.AddDays(-back);
            db.Add(new ShiftCheck(
                contract, [.. Enum.GetValues<ShiftCheckItem>().Select(i => new ShiftCheckLine(i, true, null))], today.AddDays(-back), "邵宁", at));
        }
    }
}

/// <summary>An agent in a session of a course, with the result.</summary>
internal sealed record DemoSitting(Course Course, TrainingSession Session, Agent Agent, TrainingResult Result);

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

/// <summary>
/// A vendor's inspections: a draw for each month, scored as well as the vendor works, appeals and talks after what failed, a closed and an
/// open calibration, and tasks that wait for the visitor.
/// </summary>
internal sealed partial class DemoInspections(
    AppDb db, DemoPlan.VendorPlan plan, Contract contract, IReadOnlyDictionary<string, OutletId> outlets, QaForm form, ClockFaces faces, EvidenceFile recording,
    IReadOnlyList<Membership> people, IReadOnlyList<Agent> team, DateTimeOffset now)
{
    private const string Visited = "W0301";
    private static readonly string[] Reasons = ["催件", "签收争议", "破损理赔", "改派", "查询网点", "投诉"];

    /// <summary>Items in the order in which teams miss them.</summary>
    private static readonly string[] Weak = ["D2", "A3", "E2", "C2", "D3", "F2", "A2", "G1", "C3", "B1"];

    private static readonly (string Code, string Note)[] Notes =
        [("D2", "01:30 只答“等快递员联系”，没有给出改派方案"), ("A3", "02:08 客户追问两次才给出下一步"), ("E2", "00:13 未报工号"), ("A2", "02:08 客户第二次说明时被打断")];

    private readonly Random _random = new(plan.Code.Sum(c => c) * 17);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlan.TimeZone);
    private readonly Author[] _reviewers = [.. people.Where(p => p.Role is Role.Headquarters or Role.OutletReviewer).Select(p => new Author(p.UserId, p.DisplayName, Side.Buyer))];
    private readonly List<Evaluation> _failed = [];
    private readonly List<QaContact> _heard = [];

    /// <summary>Evaluations that failed, the oldest first.</summary>
    public IReadOnlyList<Evaluation> Failed => _failed;

    private BusinessCalendar Office => faces.Office;

    public void Fill(YearMonth[] months)
    {
        for (var i = 0; i < months.Length; i++)
        {
            Month(months[i], DemoPlan.QualityIn(plan, i), recent: i == months.Length - 1);
        }

        Appeal();
        Coach();
        Train(months[^1]);
        Mystery(months[^1]);
        Rate(months[^1]);
        Calibrate();
    }

    private void Month(YearMonth month, double quality, bool recent)
    {
        var frame = Enumerable.Range(0, 620).Select(i => Drawn(month, i)).ToList();
        var sample = new SamplePlan(recent ? 3 : 0, recent ? 5 : 0, recent ? SamplePlan.PooledPerVendor : 40, new Dictionary<string, int>());
        var drawnAt = At(month.AddMonths(1).FirstDay, 1, 40);
        var (draw, picks) = SampleDraw.Make(contract, month, 1, $"{plan.Code}{month}".ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), [.. frame.Select(f => f.Item)], sample, "qa-sampling", drawnAt);
        db.Add(draw);
        foreach (var (pick, i) in picks.Select((p, i) => (p, i)))
        {
            var source = frame.First(f => f.Item.Id == pick.Id);
            var contact = Contact(source.Facts, $"{month.ToString().Replace("-", "", StringComparison.Ordinal)}-{plan.Code}-{source.Number:0000}", drawnAt, i % 3 == 0);
            var task = new Evaluation(contact, form, EvaluationPurpose.Random, drawnAt, pick.Stratum);
            task.Belong(draw: draw.Id);
            db.AddRange(contact, task);
            // The visitor's outlet has most of its own still to score.
            var waits = i % 7 == 0 || (contact.OutletId == outlets[Visited] && i % 3 != 0);
            if (!recent || !waits)
            {
                Score(task, contact, quality, drawnAt + ((recent ? now.AddHours(-4) - drawnAt : TimeSpan.FromDays(4)) * ((i + 1.0) / picks.Count)));
            }
        }
    }

    private sealed record Source(FrameItem Item, ContactFacts Facts, int Number);

    private Source Drawn(YearMonth month, int number)
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        var date = month.FirstDay.AddDays(number % month.LastDay.Day);
        var agents = team.Where(a => a.WorksOn(date)).Take(14).ToList();
        var agent = agents.Count == 0 ? null : agents[number % agents.Count];
        var channel = number % 5 == 3 ? Channel.Chat : Channel.Voice;
        var reason = Reasons[(number * 7 + number / 5) % Reasons.Length];
        var at = At(date, 8 + (number * 5 % 13), number * 13 % 60);
        var fresh = agent?.JoinedOn > date.AddDays(-SamplePlan.NewcomerDays);
        var name = agent?.Number ?? $"{1001 + (number % 14)}";
        var outlet = outlets[plan.Outlets[number % plan.Outlets.Length]];
        var facts = new ContactFacts(outlet, name, agent?.Id, channel, at, reason, $"LC{730_226_0000L + number}", 90 + (number * 17 % 300));
        return new Source(new FrameItem(new Guid(bytes), name, Sampling.Stratum(channel.ToString(), reason, 8 + (number * 5 % 13), fresh), fresh), facts, number);
    }

    private QaContact Contact(ContactFacts facts, string id, DateTimeOffset at, bool full, InspectionKind? kind = null)
    {
        var contact = new QaContact(contract, facts, _zone, kind ?? (facts.Channel == Channel.Voice ? InspectionKind.Recording : InspectionKind.Chat), ContactSource.Feed, id, "qa-sampling", at);
        contact.Transcribe(TranscriptReader.Read(DemoTalk.Of(facts.Reason ?? "", facts.Agent, facts.Waybill ?? "")));
        if (full && facts.Channel == Channel.Voice)
        {
            contact.Attach(recording);
        }

        _heard.Add(contact);
        return contact;
    }

    private void Score(Evaluation task, QaContact contact, double quality, DateTimeOffset at)
    {
        var when = at < now.AddHours(-3) ? at : now.AddHours(-3);
        var by = _reviewers[_random.Next(_reviewers.Length)];
        var bad = _random.NextDouble() > quality + 0.01;
        task.Draft(form, Judged(bad), bad ? "流程熟悉；处理前先给客户下一步和时限。" : "语气稳定，复述清楚。", by, when);
        task.Submit(form, contact.Kind, by, when);
        if (task.ShownAt is not null)
        {
            contact.Show(when);
        }

        if (!task.Passed && !task.IsVoid)
        {
            _failed.Add(task);
        }
    }

    private Answers Judged(bool bad)
    {
        var missed = Weak.Where((_, i) => _random.NextDouble() < (bad ? 0.62 : 0.09) / (1 + (i * 0.12))).ToHashSet();
        var items = form.Body.Criteria.Select(c => !missed.Contains(c.Code)
            ? new ItemScore(c.Code, _random.Next(30) == 0 && !c.Brand ? Level.NotApplicable : Level.Meets)
            : new ItemScore(
                c.Code, c.Binary || (bad && _random.Next(3) == 0) ? Level.Fails : bad ? Level.Major : Level.Minor,
                Notes.FirstOrDefault(n => n.Code == c.Code).Note ?? "01:02 说明不完整", 62, (GapCause)_random.Next(5), _random.Next(6) == 0 ? FaultOf.System : FaultOf.Agent)).ToList();
        return new Answers(items, bad && _random.Next(26) == 0 ? [new FatalMark(_random.Next(3) == 0 ? "Z7" : "Z2", "03:20 客户未说完即挂机", 200)] : []);
    }

    /// <summary>Waiting, upheld, refused and on its way to headquarters.</summary>
    private void Appeal()
    {
        var vendor = new Author(people.FirstOrDefault(p => p.VendorId == contract.VendorId)?.UserId, "陈屿", Side.Vendor);
        foreach (var (task, i) in _failed.Where(e => e.ShownAt > now.AddDays(-40)).OrderByDescending(e => e.ShownAt).Take(4).Select((e, i) => (e, i)))
        {
            if (task.Answers.Items.FirstOrDefault(a => a.Level is Level.Major or Level.Minor) is not { } item)
            {
                continue;
            }

            var at = task.ShownAt!.Value.AddHours(2);
            var appeal = Domain.Inspections.Appeal.File(task, new AppealAsk(item.Code, "录音该处为线路回声，坐席随后已说明", Level.Meets, i % 2 == 0 ? recording with { Name = "供应商侧录音.mp3" } : null), false, Office, vendor, at);
            var other = new Author(null, "沈岚", Side.Buyer);
            if (i > 0)
            {
                appeal.Reply(task, form, i == 1, i == 1 ? "复听属实，改为达标" : "复听仍为推诿，维持原评", Office, other, at.AddHours(1));
            }

            if (i == 3)
            {
                appeal.AskFinal("请总部复听 01:30 一段", Office, vendor, at.AddHours(2));
            }

            db.Add(appeal);
        }
    }

    /// <summary>Talks of the last weeks at every step; who failed long ago has passed since.</summary>
    private void Coach()
    {
        foreach (var (failed, i) in _failed.Where(e => e.ShownAt > now.AddDays(-75) && !e.Passed).GroupBy(e => e.Agent).Select(g => g.First()).Take(12).Select((e, i) => (e, i)))
        {
            var coaching = new Coaching(failed, Office, failed.ShownAt!.Value);
            var held = failed.ShownAt.Value.AddDays(1);
            db.Add(coaching);
            if (i % 5 == 0 || held > now)
            {
                continue;
            }

            coaching.Hold("邵宁", "复听 01:30 一段，演练“先给下一步再说明原因”，约定两周内复检", held);
            if (i % 5 == 1)
            {
                continue;
            }

            coaching.Acknowledge("邵宁", Office, held);
            if (i % 5 >= 3)
            {
                Resample(coaching, failed, held, i);
            }
        }
    }

    private void Resample(Coaching coaching, Evaluation failed, DateTimeOffset held, int place)
    {
        var again = new List<Evaluation>();
        for (var k = 0; k < Coaching.ResampleSize; k++)
        {
            var facts = new ContactFacts(failed.OutletId, failed.Agent, failed.AgentId, Channel.Voice, held.AddMinutes(-30 + k), Reasons[k], null, 180);
            var contact = Contact(facts, $"FJ-{plan.Code}-{failed.Agent}-{k}", held, full: false);
            var task = new Evaluation(contact, form, EvaluationPurpose.Resample, held);
            task.Belong(coaching: coaching.Id);
            var by = _reviewers[0];
            task.Draft(form, Judged(bad: place % 5 == 4 && k == 4 && plan.Code == "LH"), null, by, held.AddHours(3));
            task.Submit(form, contact.Kind, by, held.AddHours(3));
            contact.Show(held.AddHours(3));
            db.AddRange(contact, task);
            again.Add(task);
        }

        coaching.Judge(again, Coaching.ResampleSize, [], DateOnly.FromDateTime(held.UtcDateTime), "qa-sweep", "辅导后复检仍不合格", held.AddHours(4));
    }

    private void Train(YearMonth month)
    {
        var trained = new ItemPlan(contract, "D2", month.AddMonths(-1), new Rate(31, 40), now.AddDays(-40));
        trained.Plan("理赔与改派口径复训 2 小时，全员测验，80 分合格", DateOnly.FromDateTime(now.UtcDateTime).AddDays(-25), "邵宁");
        trained.Compare(plan.Code == "LH" ? new Rate(29, 36) : new Rate(41, 45), now.AddDays(-3));
        db.AddRange(trained, new ItemPlan(contract, "A3", month, new Rate(74, 90), now.AddDays(-6)));
    }

    /// <summary>One published, one that the vendor does not see yet, and a low rating that waits.</summary>
    private void Mystery(YearMonth month)
    {
        foreach (var (kind, i) in new[] { InspectionKind.Mystery, InspectionKind.Mystery, InspectionKind.LiveSilent }.Select((k, i) => (k, i)))
        {
            var at = At(month.LastDay.AddDays(-i), 15, 20);
            var facts = new ContactFacts(outlets[plan.Outlets[i % plan.Outlets.Length]], team.FirstOrDefault()?.Number ?? "1001", team.FirstOrDefault()?.Id, Channel.Voice, at, "神秘客户", null, 210);
            var contact = Contact(facts, $"SM-{plan.Code}-{i + 1}", at.AddHours(1), full: true, kind);
            var task = new Evaluation(contact, form, EvaluationPurpose.Targeted, at.AddHours(1));
            task.Belong(reason: i == 2 ? "新人上岗首周旁听" : "暗访：丢件理赔口径");
            task.Draft(form, Judged(bad: i == 0), null, _reviewers[0], at.AddHours(2));
            task.Submit(form, contact.Kind, _reviewers[0], at.AddHours(2));
            if (i == 0)
            {
                task.Publish(at.AddDays(1));
            }

            if (task.ShownAt is { } shown)
            {
                contact.Show(shown);
            }

            db.AddRange(contact, task);
        }
    }

    /// <summary>What outlets heard by phone, SMS, mail and on platforms; the low ones have drawn their contacts, two of which wait.</summary>
    private void Rate(YearMonth month)
    {
        string[] low = ["等了三天没人回电", "客服一直让我等快递员", "说好当天改派，第二天才动"], fine = ["处理及时", "态度很好", "一次就解决了", "客服很耐心"];
        for (var i = 0; i < 42; i++)
        {
            var bad = i % 7 == 3;
            var at = At(month.FirstDay.AddDays(i * 5 % month.LastDay.Day), 9 + (i % 10), i * 7 % 60);
            var (outlet, agent) = (outlets[plan.Outlets[i % plan.Outlets.Length]], team.Count == 0 ? null : team[i % Math.Min(14, team.Count)]);
            var facts = new SurveyFacts(
                outlet, (SurveySource)((i + (i / plan.Outlets.Length)) % 4), Channel.Voice, at, bad ? 1 + (i % 3) : 4 + (i % 2), null, agent?.Number ?? $"{1001 + (i % 14)}", $"LC{730_226_5000L + i}",
                bad ? low[i / 7 % low.Length] : i % 2 == 0 ? fine[i % fine.Length] : null);
            var survey = new SurveyAnswer(contract, facts, _zone, $"MD-{plan.Code}-{i + 1:000}", "周敏", at.AddDays(2));
            db.Add(survey);
            if (bad)
            {
                var contact = Contact(new ContactFacts(outlet, facts.Agent!, agent?.Id, Channel.Voice, at, "投诉", facts.Waybill, 190), $"{survey.Source}-{survey.ExternalId}", at.AddDays(2), full: true);
                var task = new Evaluation(contact, form, EvaluationPurpose.Survey, at.AddDays(2));
                task.Belong(reason: $"{survey.Score}/5");
                survey.Drew(task.Id);
                db.AddRange(contact, task);
                if (i < 28)
                {
                    Score(task, contact, 0.5, at.AddDays(3));
                }
            }
        }
    }

    private DateTimeOffset At(DateOnly day, int hour, int minute) => new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), _zone.BaseUtcOffset).ToUniversalTime();
}

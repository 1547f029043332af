using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// A vendor's team: agents who come and go, certificates, six weeks of roster, presence and requirement, shortfalls and replacements. Everything
/// follows from the vendor's quality and a fixed seed.
/// </summary>
internal sealed class DemoStaff(AppDb db, DemoPlan.VendorPlan plan, Contract contract, ClockFaces faces, Issue? lesson, OutletId outlet, DateTimeOffset now)
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"];
    private static readonly string[] Names = ["敏", "静", "磊", "洋", "艳", "勇", "娟", "杰", "涛", "明", "霞", "平", "婷", "鹏", "丹", "倩", "琳", "宇", "晨", "佳"];
    private static readonly string[] Skills = ["理赔", "冷链", "高值件", "改派", "投诉", "英语"];
    private static readonly (int From, int To)[][] Shifts = [[(16, 24), (26, 33)], [(20, 28), (30, 37)], [(28, 36), (37, 44)]];

    private readonly Random _random = new(plan.Code.Sum(c => c) * 31);
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlan.TimeZone);
    private readonly List<Agent> _team = [];
    private readonly List<AgentDay> _days = [];
    private readonly List<RequirementDay> _needs = [];
    private readonly List<Certificate> _certificates = [];

    private DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime);

    private int Minute => (int)TimeZoneInfo.ConvertTime(now, _zone).TimeOfDay.TotalMinutes;

    public void Fill()
    {
        var first = YearMonth.Of(Today).AddMonths(-1).FirstDay;
        Hire(48);
        for (var date = first; date <= Today.AddDays(14); date = date.AddDays(1))
        {
            Ask(date);
            foreach (var (agent, place) in _team.Select((a, i) => (a, i)).Where(x => x.a.WorksOn(date)))
            {
                Work(agent, place, date);
            }
        }

        db.AddRange(_team.AsEnumerable<object>().Concat(_certificates).Concat(_days).Concat(_needs));
        Replace();
        Alarm();
        var sittings = new DemoTraining(db, contract, _team, Today, now).Fill();
        new DemoKnowledge(db, contract, faces, _team, sittings, Today, now).Fill(lesson, outlet);
    }

    /// <summary>The team as it is, and those who left in half a year; a weaker vendor loses more.</summary>
    private void Hire(int seats)
    {
        var gone = (int)Math.Round(seats * (1 - plan.Quality) * 4) + 4;
        for (var i = 0; i < seats + gone; i++)
        {
            var joined = i >= seats ? Today.AddDays(-200 - _random.Next(300)) : i % 9 == 8 ? Today.AddDays(-10 - _random.Next(60)) : Today.AddDays(-120 - _random.Next(700));
            var channel = i % 3 == 2 ? Channel.Chat : Channel.Voice;
            var details = new AgentDetails(
                $"{1001 + i}", Surnames[_random.Next(Surnames.Length)] + Names[_random.Next(Names.Length)] + (_random.Next(3) == 0 ? Names[_random.Next(Names.Length)] : ""),
                $"13{_random.Next(100_000_000, 999_999_999)}", [channel], [.. Skills.Where(_ => _random.Next(3) == 0)]);
            var agent = new Agent(contract, details, joined, At(joined, 9));
            if (i >= seats)
            {
                var last = Today.AddDays(-5 - (i - seats) * 170 / gone);
                agent.Leave(last, (LeaveReason)(_random.Next(4) switch { 0 => 1, 1 => 2, _ => 0 }), At(last, 18));
            }

            _team.Add(agent);
            Certify(agent, i);
        }
    }

    /// <summary>One certificate ran out in the month before, two will soon, and the last newcomer has none yet.</summary>
    private void Certify(Agent agent, int place)
    {
        if (place == 44)
        {
            return;
        }

        var until = place switch { 6 => YearMonth.Of(Today).AddMonths(-1).FirstDay.AddDays(18), 11 or 20 => Today.AddDays(12 + place), _ => Today.AddDays(120 + _random.Next(200)) };
        for (var from = until.AddYears(-1).AddDays(1); ; from = from.AddYears(-1))
        {
            var begin = from > agent.JoinedOn ? from : agent.JoinedOn;
            _certificates.Add(new Certificate(agent, CertificateKind.Contacts, "客服上岗证", begin, from.AddYears(1).AddDays(-1), "培训部", At(begin, 10)));
            if (from <= agent.JoinedOn)
            {
                break;
            }
        }
    }

    /// <summary>Three outlets forecast contacts, the others ask for heads at the busy hours.</summary>
    private void Ask(DateOnly date)
    {
        var told = At(date.AddDays(-20), 11);
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        foreach (var (outlet, place) in contract.Outlets.Select((o, i) => (o.OutletId, i)))
        {
            if (place < 3)
            {
                int[] volumes = [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => Volume(i, weekend))];
                var day = RequirementDay.Computed(new RequirementPlace(contract, outlet, Channel.Voice, date), volumes, new StaffAssumption(240), "周敏", told < now ? told : now.AddDays(-1));
                if (date < Today)
                {
                    day.Compare([.. volumes.Select(v => Math.Max(0, v + _random.Next(-1, 3)))]);
                }

                _needs.Add(day);
            }
            else if (place < 6)
            {
                var channel = place % 2 == 1 ? Channel.Chat : Channel.Voice;
                _needs.Add(RequirementDay.Entered(
                    new RequirementPlace(contract, outlet, channel, date), null,
                    [.. Enumerable.Range(0, HalfHours.PerDay).Select(i => i is < 16 or >= 44 ? 0 : i is >= 20 and < 34 && channel == Channel.Chat ? 2 : 1)],
                    "周敏", told < now ? told : now.AddDays(-1)));
            }
        }
    }

    private static int Volume(int interval, bool weekend) => interval switch
    {
        < 16 or >= 44 => 0,
        >= 18 and < 24 or >= 28 and < 34 => weekend ? 3 : 5,
        _ => 2,
    };

    private void Work(Agent agent, int place, DateOnly date)
    {
        if ((date.DayNumber + place) % 7 < 2)
        {
            return;
        }

        var shift = Shifts[((place / 3) + (date.DayNumber / 14)) % 3];
        var mask = shift.Aggregate(DayMask.None, (m, s) => m.Or(DayMask.Between(s.From, s.To)));
        var day = new AgentDay(agent, date, agent.Channels[0], "邵宁", At(date.AddDays(-7), 15) is var planned && planned < now ? planned : now.AddDays(-1));
        day.Plan(mask, agent.Channels[0], 0);
        if (date <= Today && _random.NextDouble() > (1 - plan.Quality) * 0.9)
        {
            Attend(day, shift, date == Today ? Minute : HalfHours.MinutesPerDay);
        }
        else if (date < Today)
        {
            day.Report(DaySpans.None, DaySpans.None);
        }

        _days.Add(day);
    }

    /// <summary>Some minutes late or early, a recovery break on some days; who is still there is checked in.</summary>
    private void Attend(AgentDay day, (int From, int To)[] shift, int passed)
    {
        foreach (var (from, to) in shift)
        {
            var (start, end) = ((from * 30) + _random.Next(-4, 5), (to * 30) + _random.Next(-3, 4));
            start += _random.NextDouble() > plan.Quality ? 15 + _random.Next(30) : 0;
            if (start >= passed)
            {
                return;
            }

            day.CheckIn(start);
            if (passed >= start + 110 && _random.Next(4) == 0)
            {
                day.BeginBreak(start + 90);
                day.EndBreak(start + 100);
            }

            if (end < passed)
            {
                day.CheckOut(end);
            }
        }
    }

    /// <summary>Filled in time, filled late, waiting, and one that nobody needs any more.</summary>
    private void Replace()
    {
        var gone = _team.Where(a => a.LeftOn is not null).OrderByDescending(a => a.LeftOn).ToList();
        var fresh = _team.Where(a => a.LeftOn is null && a.JoinedOn > Today.AddDays(-75) && _certificates.Any(c => c.AgentId == a.Id)).ToList();
        (int Asked, int? After, string Handover)[] wishes =
            [(48, 6, "东湖网点冷链件理赔口径，3 件未结"), (40, 19, "高值件签收争议由其跟进，台账见交接表"), (9, null, "熟悉蔬果专线改派流程"), (4, null, "夜班在线坐席，需会英语")];
        foreach (var ((asked, after, handover), i) in wishes.Select((w, i) => (w, i)))
        {
            var at = At(Today.AddDays(-asked), 10);
            var (request, owed) = ReplacementRequest.Ask(
                contract, new ReplacementWish(gone[i].Id, null, i == 1 ? ReplacementReason.RepeatedQualityFailure : ReplacementReason.Left, null, handover), faces, "周敏", at);
            if (after is { } days && fresh.Count > i)
            {
                var day = Today.AddDays(days - asked) is var wished && wished > fresh[i].JoinedOn ? wished : fresh[i].JoinedOn;
                request.Fill(fresh[i], [new Certificate(fresh[i], CertificateKind.Contacts, "客服上岗证", day, day, "培训部", at)], day, owed, faces, "陈屿", At(day, 16));
            }
            else
            {
                owed.Refresh(faces, now);
            }

            db.AddRange(owed, request);
        }
    }

    /// <summary>The worst half hours of the last ten days.</summary>
    private void Alarm()
    {
        var days = Coverage.Of(_days.Where(d => d.Date >= Today.AddDays(-10) && d.Date < Today).Select(d => d.Fact(HalfHours.MinutesPerDay)),
            _needs.Where(n => n.Date >= Today.AddDays(-10) && n.Date < Today).Select(n => n.Fact));
        var worst = days.Where(d => d.HasPresence).SelectMany(d => Enumerable.Range(0, HalfHours.PerDay).Select(i => (Day: d, Interval: i)))
            .Where(x => x.Day.Shortfall(x.Interval) >= 1).OrderByDescending(x => x.Day.Shortfall(x.Interval)).Take(9);
        foreach (var ((day, interval), i) in worst.Select((x, i) => (x, i)))
        {
            var at = At(day.Date, interval / 2).AddMinutes((interval % 2 * 30) + 8);
            var alarm = new ShortfallAlarm(contract, day, interval, (int)day.Present(interval), at);
            if (i % 3 != 2)
            {
                alarm.Respond(i % 2 == 0 ? "已从在线组调 2 人支援，10 分钟内到位" : "一人病假，由班长顶岗", "邵宁", at.AddMinutes(6));
            }

            db.Add(alarm);
        }
    }

    private DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), _zone.BaseUtcOffset).ToUniversalTime();
}

using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Commands.Demo;

/// <summary>
/// Lets the issues of a vendor happen: filed by outlets, answered by the vendor in time as often as its quality says. What
/// would happen after now has not happened: those issues are open.
/// </summary>
internal sealed class DemoIssues(
    DemoPlan.VendorPlan plan, Contract contract, TermsVersion terms, ClockFaces faces, DateTimeOffset now,
    IReadOnlyList<EvidenceFile> evidence)
{
    private readonly ClockFaces _faces = faces;
    private readonly DateTimeOffset _now = now;
    private readonly Terms _terms = terms.Terms;
    private static readonly Author Outlet = new(null, "周敏", Side.Buyer);
    private readonly Random _random = new(plan.Code.Sum(c => c) * 7919);

    /// <summary>What hangs on the issues beside themselves: investigations, faults, complaints; to be saved with them.</summary>
    public List<object> Around { get; } = [];

    private Author Vendor { get; } = new(null, plan.Code == "AY" ? "陈屿" : plan.Code == "LH" ? "罗晴" : "苏禾", Side.Vendor);

    /// <summary>The issues of one month, in order of filing.</summary>
    public IEnumerable<Issue> Of(YearMonth month, int index, Func<DateTimeOffset, string> number)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(DemoPlan.TimeZone);
        var start = new DateTimeOffset(month.FirstDay.ToDateTime(new TimeOnly(8, 0)), zone.BaseUtcOffset).ToUniversalTime();
        var days = month.LastDay.Day;
        var times = Enumerable.Range(0, plan.IssuesAMonth)
            .Select(_ => start.AddDays(_random.Next(days)).AddMinutes(_random.Next(12 * 60))).Order().ToList();
        foreach (var at in times.Where(t => t < _now))
        {
            yield return Happen(at, number(at), DemoPlan.QualityIn(plan, index));
        }
    }

    /// <summary>Filed within the last days, so that clocks of every state are to be seen.</summary>
    public IEnumerable<Issue> Recent(Func<DateTimeOffset, string> number)
    {
        double[] hoursAgo = [0.1, 0.6, 1.5, 3, 5, 9, 22, 30, 50, 75];
        return hoursAgo.Select(h => _now.AddHours(-h)).Order().Select(at => Happen(at, number(at), 0.72)).ToList();
    }

    /// <summary>One customer in five is of tier A, two are of B; by the number, so that the history stays as it is.</summary>
    private static CustomerTier? TierOf(string number) => (number[^1] - '0') switch { 0 or 5 => CustomerTier.A, 2 or 3 or 7 or 8 => CustomerTier.B, _ => null };

    private Issue Happen(DateTimeOffset at, string number, double quality)
    {
        var type = Pick();
        var severity = _random.NextDouble() < 0.06 ? Severity.S1 : Playbook.For(type).DefaultSeverity;
        var titles = DemoPlan.Titles[type];
        var drawn = _random.Next(contract.Outlets.Count);
        // One outlet's lines are bad: a hot spot of technical faults to be found.
        var outlet = contract.Outlets[type == ProblemType.TechnicalFault && drawn < contract.Outlets.Count / 2 ? 1 : drawn].OutletId;
        var report = new IssueReport(
            number, type, severity, titles[_random.Next(titles.Length)],
            "请核实情况，说明原因并给出整改时间；相关录音与会话记录已留存。",
            [$"LC{_random.Next(10, 99)}{_random.Next(1000, 9999)}{_random.Next(100000, 999999)}"],
            "刘女士", $"138{_random.Next(10_000_000, 99_999_999)}", TierOf(number));
        var issue = Issue.Open(report, contract, outlet, terms, _faces, Outlet, at);
        foreach (var file in evidence.Take(Math.Max(1, Playbook.For(type).EvidenceNeeded(severity))))
        {
            issue.Attach(Outlet, file, null, at);
        }

        new Course(issue, this, quality).Run();
        return issue;
    }

    private ProblemType Pick() => _random.Next(100) switch
    {
        < 36 => ProblemType.SlowOrPoorService,
        < 60 => ProblemType.ComplaintMishandled,
        < 73 => ProblemType.StaffShortage,
        < 84 => ProblemType.TechnicalFault,
        < 91 => ProblemType.OffBrand,
        _ => ProblemType.ReportInaccurateOrLate,
    };

    /// <summary>What happens to one issue, step after step, until now.</summary>
    private sealed class Course(Issue issue, DemoIssues world, double quality)
    {
        private readonly List<(DateTimeOffset At, Action Do)> _later = [];
        private DateTimeOffset _at = issue.FiledAt;

        public void Run()
        {
            Talk();
            CatchUp(world._now);
        }

        /// <summary>What was put off until then happens, in its order, and the clocks are looked at.</summary>
        private void CatchUp(DateTimeOffset until)
        {
            foreach (var (at, act) in _later.Where(l => l.At <= until).OrderBy(l => l.At).ToList())
            {
                issue.Sweep(world._faces, at);
                act();
            }

            _later.RemoveAll(l => l.At <= until);
            issue.Sweep(world._faces, until);
        }

        private void Talk()
        {
            if (!Next(ObligationKind.Acknowledge))
            {
                return;
            }

            issue.Acknowledge(world.Vendor, world._faces, _at);
            if (!Next(ObligationKind.FirstResponse))
            {
                return;
            }

            Say(world.Vendor, "已听取录音，情况属实。责任坐席已停接同类来电，今晚安排一对一辅导，明日提交整改说明。");
            Contain();
            Around();
            TellCustomer();
            Ask();
            Finish();
        }

        /// <summary>The investigation of a complaint, the description and cause of a fault; drawn apart, so that the rest stays as it is.</summary>
        private void Around()
        {
            var draw = new Random(issue.Number.Sum(c => c) * 31);
            world.Around.AddRange(DemoCases.Of(issue, draw, quality, world.Vendor, Outlet, world._faces, world._now,
                (at, act) => _later.Add((at, act))));
        }

        /// <summary>Moves on to when the vendor acts on a clock; false once that is after now.</summary>
        private bool Next(ObligationKind kind)
        {
            _at = When(kind);
            if (_at <= world._now)
            {
                CatchUp(_at);
            }

            return _at <= world._now;
        }

        /// <summary>In time as often as the vendor's quality says, and later than all before.</summary>
        private DateTimeOffset When(ObligationKind kind)
        {
            var owed = issue.Obligations.LastOrDefault(o => o.Kind == kind && o.IsOpen);
            var due = owed?.Read(world._faces, _at).DueAt ?? _at.AddHours(4);
            var room = due > issue.FiledAt ? due - issue.FiledAt : TimeSpan.FromHours(1);
            var share = world._random.NextDouble() < quality
                ? 0.1 + (world._random.NextDouble() * 0.75)
                : 1.05 + (world._random.NextDouble() * 0.6);
            var at = issue.FiledAt + (room * share);
            return at > _at ? at : _at.AddMinutes(3 + world._random.Next(20));
        }

        private void Contain()
        {
            if (issue.Obligations.Any(o => o.Kind == ObligationKind.Contain && o.IsOpen) && Next(ObligationKind.Contain))
            {
                issue.Contain(world.Vendor, "已调整排班并增派 2 名熟手，影响已控制。", world._faces, _at);
            }
        }

        private void TellCustomer()
        {
            if (issue.Obligations.Any(o => o.Kind == ObligationKind.CustomerTold && o.IsOpen))
            {
                var at = When(ObligationKind.CustomerTold);
                _later.Add((at, () => issue.TellCustomer(world.Vendor, "已电话告知客户处理结果，录音编号已登记。", at, world._faces, at)));
                _at = _at.AddMinutes(5);
            }
        }

        private void Ask()
        {
            if (_at > world._now || world._random.Next(3) != 0)
            {
                return;
            }

            Say(Outlet, "请补充：对客户的回电时间与话术；补齐前的临时方案。");
            if (Next(ObligationKind.NextUpdate))
            {
                Say(world.Vendor, "补充如下：已约定次日 10 点回电，话术见附件；临时由组长坐镇夜班。");
            }
        }

        private void Finish()
        {
            if (_at <= world._now && world._random.Next(7) == 0 && !Wait())
            {
                return;
            }

            if (!Next(ObligationKind.Resolve))
            {
                return;
            }

            issue.Resolve(world.Vendor, "已完成整改：责任坐席辅导复测合格，抽检 10 通全部合格。", world._faces, _at);
            _at = _at.AddHours(6 + world._random.Next(60));
            if (_at <= world._now)
            {
                foreach (var item in issue.Checklist.Where(i => !i.IsDone).ToList())
                {
                    issue.Tick(item.Owner == Side.Vendor ? world.Vendor : Outlet, item.Id, "已完成，记录已归档", _at);
                }

                issue.Close(Outlet, _at);
            }
        }

        /// <summary>The vendor asks, the outlet confirms and answers later; false where that is still to come.</summary>
        private bool Wait()
        {
            CatchUp(_at);
            if (issue.Obligations.Any(o => o is { Kind: ObligationKind.Resolve, State: ClockState.Running }))
            {
                issue.AskToWait(world.Vendor, "等网点提供客户可联系时段", world._faces, _at);
                _at = _at.AddMinutes(20 + world._random.Next(90));
                if (_at > world._now)
                {
                    return false;
                }

                issue.ConfirmWait(Outlet, world._faces, _at);
                _at = _at.AddHours(4 + world._random.Next(40));
                if (_at > world._now)
                {
                    return false;
                }

                issue.EndWait(Outlet, world._faces, _at);
            }

            return true;
        }

        private void Say(Author by, string text)
        {
            if (_at <= world._now)
            {
                issue.Write(by, false, text, world._terms, world._faces, _at);
            }
        }
    }
}

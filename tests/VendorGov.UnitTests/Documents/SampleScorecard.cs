using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Scorecards;

namespace VendorGov.UnitTests.Documents;

/// <summary>A month made up for documents, run through the real calculator. Deterministic.</summary>
internal static class SampleScorecard
{
    public static readonly YearMonth Month = new(2026, 6);

    public static ScorecardContent Create(
        string vendor = "安语客户服务有限公司", int outlets = 6, int issues = 60, bool withReport = true, bool hostile = false)
    {
        var contract = new ContractFacts(
            "鹭程速递", "AY", vendor, "HT-2025-031", "华东区网点客服外包服务合同",
            [.. Enumerable.Range(1, outlets).Select(i => new OutletRef($"{i:000}", OutletName(i), "华东"))],
            new HashSet<Channel> { Channel.Voice, Channel.Chat }, "Asia/Shanghai", 3, "工作日 8:00–20:00", "工作日 9:00–18:00", "CNY", 4, 2);
        return ScorecardCalculator.Calculate(new ScorecardInputs(
            contract, DefaultTerms.Create(), Month, 1, 92_000m, Obligations(issues, hostile), withReport ? Report(outlets) : null, true, 22 * 720,
            [new ExemptionFact(At(11, 6, 20), At(11, 9, 5), "EX-0611 北站机房断电，运营商抢修")],
            null, RollingYear.None,
            [Point("2026-01", 88.4m), Point("2026-02", 89.1m), new("2026-03", null, null), Point("2026-04", 87.9m), Point("2026-05", 87.3m)],
            [.. Enumerable.Range(1, 6).Select(i => new EscalationFact(new Guid(i, 7, 7, new byte[8]), $"WT-2606-{i:0000}", "001", At(i * 4, 3, 0)))],
            143, FeedRows: [Fact("daily", ("answered_20s", 14_528), ("offered", 18_500), ("short_abandon", 156))],
            QualityRows: [.. Enumerable.Range(1, 143).Select(Evaluation)], EarlierMetrics: [.. Enumerable.Range(1, 5).Select(Earlier)],
            AccuracyRows: [Fact(AccuracyMetrics.Sheet, (AccuracyMetrics.Within, 55), (AccuracyMetrics.Compared, 56))])) with { PreviousScore = 87.3m };
    }

    private static ReportFact Fact(string sheet, params (string Field, decimal Figure)[] figures) => new(
        sheet, Month.LastDay, "001", "voice", figures.ToDictionary(f => f.Field, f => f.Figure));

    /// <summary>143 contacts, of which 133 pass and 25 lose one of their four points of brand.</summary>
    private static ReportFact Evaluation(int number) => Fact(
        QualityMetrics.Sheet, ("qa_passed", number > 10 ? 1 : 0), (QualityMetrics.Sampled, 1), ("qa_fatal", 0), ("brand_full", number > 25 ? 4 : 3), ("brand_scored", 4));

    /// <summary>Values of earlier months around the target, so that the small lines have something to show; the third month has none.</summary>
    private static IReadOnlyList<MetricResult> Earlier(int month) => month == 3 ? [] :
        [.. MetricCatalogue.All.Select((m, i) => new MetricResult(
            m.Code, m.Zh, m.En, m.Group, m.Unit, m.Direction, m.Target, m.Minimum, m.Weight, 0, MetricStatus.Scored, null, null,
            m.Target * (96 + (((month * 7) + (i * 3)) % 6)) / 100, null, null, null, null, null, []))];

    private static TrendPoint Point(string month, decimal score) => new(month, score, MetricScore.GradeOf(score));

    private static string OutletName(int i) => i switch
    {
        1 => "东湖网点", 2 => "北站网点", 3 => "青石桥网点", 4 => "滨江网点", 5 => "高新区网点", 6 => "机场货运网点", _ => $"第{i}网点",
    };

    private static DateTimeOffset At(int day, int hour, int minute) => new(2026, 6, day, hour, minute, 0, TimeSpan.Zero);

    private static List<ObligationFact> Obligations(int issues, bool hostile)
    {
        ObligationKind[] kinds =
            [ObligationKind.Acknowledge, ObligationKind.FirstResponse, ObligationKind.Resolve, ObligationKind.CustomerTold, ObligationKind.EmergencyReport, ObligationKind.FaultReport];
        long[] targets = [1800, 7200, 28_800, 604_800, 1800, 1800];
        string[] titles = ["投诉升级后漏打回访电话", "夜班交接未带出工单", hostile ? "=HYPERLINK(\"http://x\",\"理赔\")" : "理赔材料重复索要", "等快递员证词，未申请暂停", "双十一爆量期间晚高峰电话长时间无人接听，客户多次来电未果"];
        var facts = new List<ObligationFact>();
        for (var i = 0; i < issues; i++)
        {
            for (var k = 0; k < (i % 3 == 0 ? kinds.Length : 3); k++)
            {
                var start = At(1, 1, 0).AddMinutes((i * 37 * 60 / Math.Max(1, issues / 18)) % (27 * 1440));
                var excluded = (i + k) % 41 == 40 ? ExclusionReason.Waived : (i + k) % 37 == 36 ? ExclusionReason.Cancelled : (ExclusionReason?)null;
                var met = (i * 7 + k * 3) % 23 != 0;
                var elapsed = met ? targets[k] / 3 : targets[k] + 900 + (i * 613 % 40_000);
                facts.Add(new ObligationFact(
                    new Guid(i, (short)k, 0, [0, 0, 0, 0, 0, 0, 0, 1]), kinds[k], $"WT-2606-{i + 1:0000}", new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]), titles[i % titles.Length],
                    (Severity)((i % 4) + 1), (ProblemType)((i % 6) + 1), $"{(i % 6) + 1:000}", OutletName((i % 6) + 1), start, start.AddSeconds(targets[k]),
                    start.AddSeconds(elapsed), targets[k], elapsed, excluded is not null ? ClockState.Waived : met ? ClockState.Met : ClockState.Missed,
                    excluded is null, excluded is null && met, excluded));
            }
        }

        facts.Add(new ObligationFact(
            new Guid(9, 9, 9, [0, 0, 0, 0, 0, 0, 0, 9]), ObligationKind.DeliverReport, "2026-05", null, "2026年5月数据报表", null, null, null, null,
            At(1, 0, 0), At(5, 10, 0), At(5, 9, 0), 0, 0, ClockState.Met, true, true, null));
        return facts;
    }

    private static List<ReportFact> Report(int outlets)
    {
        var rows = new List<ReportFact>();
        for (var outlet = 1; outlet <= outlets; outlet++)
        {
            for (var day = 1; day <= 30; day++)
            {
                rows.Add(new ReportFact("daily", new DateOnly(2026, 6, day), $"{outlet:000}", "voice", Voice(outlet, day)));
                rows.Add(new ReportFact("daily", new DateOnly(2026, 6, day), $"{outlet:000}", "chat", Chat(outlet, day)));
            }

            rows.Add(new ReportFact("monthly", null, $"{outlet:000}", null, new Dictionary<string, decimal>
            {
                ["hc_start"] = 14, ["hc_join"] = 1, ["hc_leave"] = outlet % 2, ["hc_end"] = 14 + 1 - (outlet % 2), ["certified"] = 14,
            }));
        }

        return rows;
    }

    private static Dictionary<string, decimal> Voice(int outlet, int day)
    {
        var offered = 100 + (outlet * 7) + (day % 7 * 5);
        var answered = offered - 2 - (day % 9);
        return Every(answered, outlet, day, new()
        {
            ["offered"] = offered, ["short_abandon"] = 2, ["abandoned"] = day % 9, ["answered"] = answered, ["answered_20s"] = Math.Floor(answered * 0.83m),
        });
    }

    private static Dictionary<string, decimal> Chat(int outlet, int day)
    {
        var sessions = 40 + (outlet * 3) + (day % 5);
        return Every(sessions, outlet, day, new()
        {
            ["sessions"] = sessions, ["first_reply_30s"] = Math.Floor(sessions * 0.85m), ["rounds"] = sessions * 4, ["rounds_3m"] = Math.Floor(sessions * 3.55m),
        });
    }

    private static Dictionary<string, decimal> Every(decimal handled, int outlet, int day, Dictionary<string, decimal> figures)
    {
        figures["handled"] = handled;
        figures["repeat_72h"] = Math.Floor(handled * 0.236m);
        figures["new"] = 9 + (day % 4);
        figures["closed_24h"] = 8 + (day % 4);
        figures["responses"] = 20 + outlet;
        figures["satisfied"] = 18 + outlet;
        figures["staffed_h"] = day % 11 == 0 ? 60.5m : 74;
        figures["required_h"] = 72;
        figures["scheduled_h"] = 74;
        figures["adherent_h"] = 69.5m;
        figures["outage_min"] = day == 11 ? 14 : 0;
        figures["escalated"] = 0;
        return figures;
    }
}

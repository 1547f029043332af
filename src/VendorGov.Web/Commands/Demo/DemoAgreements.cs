using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Commands.Demo;

/// <summary>What the two sides of the demo's contracts settle between them: contacts, data protection, documents owed, an amendment and a window.</summary>
internal sealed class DemoAgreements(AppDb db, DateTimeOffset now)
{
    private static readonly Author Buyer = new(null, "何青", Side.Buyer);
    private static readonly Author Seller = new(null, "陈屿", Side.Vendor);

    private readonly DateOnly _today = DateOnly.FromDateTime(now.AddHours(8).UtcDateTime);

    /// <summary>Contacts and records for every contract; a proposal and a request that wait for the first one.</summary>
    public async Task AddAsync(IReadOnlyList<ContractId> contracts)
    {
        foreach (var contract in await db.Contracts.Where(c => contracts.Contains(c.Id)).ToListAsync())
        {
            contract.Name(Side.Buyer, [Contact(1, Side.Buyer, "周敏", "网点班组长"), Contact(2, Side.Buyer, "吴迪", "网点经理"), Contact(3, Side.Buyer, "孙蕾", "区域经理"), Contact(4, Side.Buyer, "何青", "总部商务")]);
            contract.Name(Side.Vendor, [Contact(1, Side.Vendor, "林一", "班组长"), Contact(2, Side.Vendor, "陈屿", "项目经理"), Contact(3, Side.Vendor, "罗川", "总经理")]);
            db.ProtectionRecords.Add(new ProtectionRecord(
                contract, ProtectionRecordKind.ImpactAssessment, _today.AddDays(-200), ProtectionOutcome.WithConditions,
                "处理目的：代网点接听来电、回复在线咨询。涉及收寄件人姓名、电话、地址。\n风险：坐席批量导出。措施：号码脱敏显示，禁止导出，离职当日停权。",
                _today.AddDays(165), Buyer.Name, _today, now));
            var month = YearMonth.Of(_today).AddMonths(-1);
            db.DocumentDemands.Add(new DocumentDemand(contract, ReportKind.Quality, month, new ReportSchedule(8, "18:00"), now));
            db.DocumentDemands.Add(new DocumentDemand(contract, ReportKind.Training, month, new ReportSchedule(20, "18:00"), now));
            if (contract.Id == contracts[0]) // the one whose manager has an account
            {
                await NegotiateAsync(contract);
            }
        }

        await db.SaveChangesAsync();
    }

    private async Task NegotiateAsync(Contract contract)
    {
        var latest = await db.TermsVersions.AsNoTracking().SingleAsync(t => t.ContractId == contract.Id);
        var terms = latest.Terms;
        var wished = latest.Agreed with
        {
            EffectiveFrom = new DateOnly(_today.Year, _today.Month, 1).AddMonths(1),
            Terms = terms with
            {
                Metrics = [.. terms.Metrics.Select(m => m.Code switch { "SL20" => m with { Target = m.Target + 2 }, "FCR" => m with { Minimum = m.Minimum - 2 }, _ => m })],
                Credits = terms.Credits with { MonthlyCapPercent = 8 },
                Clauses = new ContractClauses(
                    Emergency: "丢失、破损件 30 分钟内电话告知网点负责人，两小时内补书面说明。", Training: "新人上岗前完成 16 学时培训并通过考试，费用由供应商承担。"),
            },
        };
        db.Amendments.Add(Amendment.Propose(contract, latest, wished, "三季度复盘：接通率目标上调，同时降低月扣款上限。", Buyer, _today, now));
        var from = now.AddDays(-12).AddHours(-6);
        db.ExemptRequests.Add(new ExemptRequest(
            contract, new ExemptAsk(from, from.AddHours(36), ExemptCause.ForceMajeure, "暴雨红色预警，机房断电，热线转人工受阻。", null, null), Seller, false, now.AddDays(-2)));
    }

    private static EscalationContact Contact(int level, Side side, string name, string duty) => new(level, side, name, duty, $"0592-55501{(int)side}{level}", null);
}

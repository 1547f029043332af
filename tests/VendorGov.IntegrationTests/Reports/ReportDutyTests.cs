using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Domain;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Obligations;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.Web.Features.Reports;
using Xunit;

namespace VendorGov.IntegrationTests.Reports;

/// <summary>What is owed, reminded of and handed in beside the data. Each test has a contract or a kind of its own.</summary>
public sealed class ReportDutyTests(Portal portal) : IClassFixture<Portal>
{
    private Network Network => portal.Networks.Own;

    [Fact]
    public async Task A_contract_owes_one_report_a_month_whoever_starts_it()
    {
        var twice = await Assert.ThrowsAsync<DbUpdateException>(() => portal.InTenantAsync(Network.Tenant, async db =>
        {
            var first = await db.Obligations.AsNoTracking().FirstAsync(o => o.ReportPeriod != null && o.ReportKind == ReportKind.Data);
            var owner = new ObligationOwner(first.TenantId, first.VendorId, first.ContractId, ReportPeriod: first.ReportPeriod);
            db.Obligations.Add(Obligation.Start(
                owner, ObligationKind.DeliverReport, Target.FixedInstant(), first.StartedAt, Faces, portal.Clock.Now, first.DueAt));
            return await db.SaveChangesAsync();
        }));
        Assert.NotNull(twice.InnerException);
    }

    [Fact]
    public async Task Managers_are_told_a_day_before_the_deadline_and_only_once()
    {
        // The duties of the two contracts end five days after the founding.
        portal.Clock.Set(new DateTimeOffset(2026, 3, 6, 3, 0, 0, TimeSpan.Zero));

        var (first, second) = (await RemindAsync(), await RemindAsync());

        Assert.True(first >= 2, $"{first} reminded");
        Assert.Equal(0, second);
        var mails = await portal.InTenantAsync(Network.Tenant, db => db.Outbox
            .Where(m => m.TenantId == Network.Tenant && m.Title.Contains("due tomorrow")).ToListAsync());
        Assert.Equal(["vendor-v1@north.example", "vendor-v2@north.example"], mails.Select(m => m.Recipient).Distinct().Order());
        Assert.All(mails, m => Assert.Contains("must be uploaded and accepted by", m.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_training_record_is_demanded_handed_in_returned_and_accepted()
    {
        using var headquarters = await portal.SignedInAsync(Network.Headquarters);
        using var vendor = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[0]));
        await DemandAsync(headquarters, ReportKind.Training);

        var id = (await DocumentAsync(ReportKind.Training)).Item1.Id;
        var wrong = await HandInAsync(vendor, id, "training.pdf", "<html>"u8.ToArray());
        Assert.Contains("is no PDF or .docx", wrong.Text, StringComparison.Ordinal);
        var sent = await HandInAsync(vendor, id, "training.pdf", Pdf("one"));
        Assert.Contains("Handed in; headquarters decides", sent.Text, StringComparison.Ordinal);

        var page = await headquarters.GetAsync("/Reports/Documents");
        var unsaid = await headquarters.SubmitAsync(page, page.Form("input[name=reason]"), [], []);
        Assert.Contains("Give a reason to return it", unsaid.Text, StringComparison.Ordinal);
        await headquarters.SubmitAsync(page, page.Form("input[name=reason]"), [("reason", "No attendance list")], []);
        Assert.Contains("No attendance list", (await vendor.GetAsync("/Reports/Documents")).Text, StringComparison.Ordinal);

        await HandInAsync(vendor, id, "training.pdf", Pdf("two"));
        page = await headquarters.GetAsync("/Reports/Documents");
        var form = page.Form("input[name=reason]");
        form.SetAttribute("action", "/Reports/Documents?handler=Accept");
        await headquarters.SubmitAsync(page, form, [], []);

        var (document, owed) = await DocumentAsync(ReportKind.Training);
        Assert.Equal((DocumentState.Accepted, 2, ClockState.Met), (document.State, document.Round, owed.State));
        Assert.Equal(document.SubmittedAt, owed.StoppedAt);
    }

    [Fact]
    public async Task Another_vendor_sees_no_document_of_this_one()
    {
        var (document, _) = await DocumentAsync(ReportKind.Quality);
        using var other = await portal.SignedInAsync(Network.At(Role.VendorManager, Network.Vendors[1]));

        Assert.DoesNotContain(document.Id.ToString(), (await other.GetAsync("/Reports/Documents")).Document.Source.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync($"/Reports/Documents?handler=File&document={document.Id}")).Status);
    }

    private static ClockFaces Faces { get; } = new(
        Domain.Calendars.BusinessCalendar.Compile(Domain.Calendars.DefaultCalendars.ChinaHotline),
        Domain.Calendars.BusinessCalendar.Compile(Domain.Calendars.DefaultCalendars.ChinaOffice), []);

    private static byte[] Pdf(string text) => Encoding.ASCII.GetBytes($"%PDF-1.7\n{text}\n%%EOF\n");

    private async Task DemandAsync(Visitor headquarters, ReportKind kind)
    {
        var page = await headquarters.GetAsync("/Reports/Documents");
        var answer = await headquarters.SubmitAsync(
            page, "select[name='Demand.Kind']", ("Contract", Network.Contracts[0].Id.Value.ToString()), ("Kind", kind.ToString()));
        Assert.Contains("Demanded", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Screen> HandInAsync(Visitor vendor, Guid document, string name, byte[] bytes)
    {
        var page = await vendor.GetAsync("/Reports/Documents");
        return await vendor.SubmitAsync(page, page.Form($"form:has(input[value='{document}'])"), [], [("file", name, bytes)]);
    }

    private Task<(OwedDocument, Obligation)> DocumentAsync(ReportKind kind) => portal.InTenantAsync(Network.Tenant, async db =>
    {
        var contract = Network.Contracts[0].Id;
        var document = await db.OwedDocuments.AsNoTracking()
            .Where(d => d.ContractId == contract && d.Kind == kind).OrderByDescending(d => d.Id).FirstAsync();
        return (document, await db.Obligations.AsNoTracking().SingleAsync(o => o.Id == document.ObligationId));
    });

    private Task<int> RemindAsync() => portal.InTenantAsync(
        Network.Tenant, (_, services) => services.GetRequiredService<ReportReminders>().SendAsync(CancellationToken.None));
}

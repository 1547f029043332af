using System.Diagnostics;
using VendorGov.Domain;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Imports;

/// <summary>Imported obligations against a recount of the raw log by code that shares nothing with the product.</summary>
public sealed class RecountTests(ITestOutputHelper output)
{
    private static readonly YearMonth March = new(2016, 3);

    [Fact]
    public async Task Every_clock_of_the_sample_is_as_a_minute_by_minute_recount_has_it()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var path = ImportPortal.Fixture("incidents-sample.csv");

        var batch = await portal.ImportAsync(path);

        Assert.Equal((2035, 300), (batch.Counts.RowsRead, batch.Counts.IncidentsAdded));
        await AssertAsRecountedAsync(portal, path);
    }

    [FullFact]
    public async Task Every_clock_of_the_whole_month_is_as_a_minute_by_minute_recount_has_it_and_a_second_import_adds_nothing()
    {
        await using var portal = await ImportPortal.CreateAsync();
        var path = ImportPortal.Fixture("incidents-2016-03.csv.gz");
        var watch = Stopwatch.StartNew();

        var batch = await portal.ImportAsync(path);

        var seconds = watch.Elapsed.TotalSeconds;
        output.WriteLine($"{batch.Counts.RowsRead} rows, {batch.Counts.IncidentsAdded} incidents, {seconds:0.0} s, "
            + $"{batch.Counts.RowsRead / seconds:0} rows/s, {batch.Counts.RowsRefused} refused");
        Assert.Equal((58_012, 785, 0, 8_995), (
            batch.Counts.RowsRead, batch.Counts.RowsIdentical, batch.Counts.RowsRefused, batch.Counts.IncidentsAdded));
        Assert.True(seconds < 60, $"The import took {seconds:0} s.");
        await AssertAsRecountedAsync(portal, path);

        var before = await portal.SizeAsync();
        watch.Restart();
        var second = await portal.ImportAsync(path);
        output.WriteLine($"second import {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(before, await portal.SizeAsync());
        Assert.Equal((0, 0, 8_995), (second.Counts.IncidentsAdded, second.Counts.IncidentsUpdated, second.Counts.IncidentsUnchanged));
    }

    private static async Task AssertAsRecountedAsync(ImportPortal portal, string path)
    {
        var expected = Recount.File(path);
        var stored = await portal.ClocksAsync();
        Assert.Equal(expected.Count, stored.Count);
        foreach (var incident in expected)
        {
            var clocks = stored[incident.Key];
            Assert.Equal((incident.Key, Counted.At(incident.AcknowledgeDue), Verdict(incident.AcknowledgeMet)), (incident.Key, clocks.AckDue, clocks.Ack));
            Assert.Equal((incident.Key, Counted.At(incident.ResolveDue), Verdict(incident.ResolveMet)), (incident.Key, clocks.ResDue, clocks.Res));
        }

        Assert.Equal(Recount.ByVendor(expected, March.FirstDay), await portal.ByVendorAsync(March));
    }

    private static ClockState Verdict(bool met) => met ? ClockState.Met : ClockState.Missed;
}

/// <summary>Runs in the long drills only (<c>VENDORGOV_FULL=1</c>).</summary>
public sealed class FullFactAttribute : FactAttribute
{
    public FullFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("VENDORGOV_FULL") != "1")
        {
            Skip = "Set VENDORGOV_FULL=1 to import the whole log.";
        }
    }
}

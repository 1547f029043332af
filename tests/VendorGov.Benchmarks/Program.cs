if (args is ["report-peak"])
{
    VendorGov.Benchmarks.ReportCheckBenchmark.Peak();
    return;
}

if (args is ["roster"])
{
    await VendorGov.Benchmarks.RosterBenchmark.OnceAsync();
    return;
}

if (args is ["scorecards", var product])
{
    await VendorGov.Benchmarks.ScorecardBenchmark.OnceAsync(product);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);

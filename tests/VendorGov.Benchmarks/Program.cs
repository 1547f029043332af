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

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);

if (args is ["report-peak"])
{
    VendorGov.Benchmarks.ReportCheckBenchmark.Peak();
    return 0;
}

if (args is ["roster"])
{
    await VendorGov.Benchmarks.RosterBenchmark.OnceAsync();
    return 0;
}

if (args is ["scorecards", var product])
{
    await VendorGov.Benchmarks.ScorecardBenchmark.OnceAsync(product);
    return 0;
}

if (args is ["fill", ..])
{
    return VendorGov.Benchmarks.Load.LoadFill.Run(args[1..]);
}

if (args is ["load", ..])
{
    return await VendorGov.Benchmarks.Load.LoadRun.MainAsync(args[1..]);
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;

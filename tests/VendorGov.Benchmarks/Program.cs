if (args is ["report-peak"])
{
    VendorGov.Benchmarks.ReportCheckBenchmark.Peak();
    return 0;
}

if (args is ["event-log", var path, var incidents])
{
    VendorGov.Benchmarks.EventLog.Write(path, int.Parse(incidents, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["load", .. var load])
{
    return await VendorGov.Benchmarks.LoadRun.MainAsync(load);
}

if (args is ["roster"])
{
    await VendorGov.Benchmarks.RosterBenchmark.OnceAsync();
    return 0;
}

if (args is ["scorecards", var product])
{
    await VendorGov.Benchmarks.ScorecardBenchmark.OnceAsync(product);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);
return 0;

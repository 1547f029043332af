if (args is ["report-peak"])
{
    VendorGov.Benchmarks.ReportCheckBenchmark.Peak();
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(System.Reflection.Assembly.GetExecutingAssembly()).Run(args);

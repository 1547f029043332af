using BenchmarkDotNet.Attributes;
using VendorGov.Domain.Calendars;
using VendorGov.Domain.Obligations;

namespace VendorGov.Benchmarks;

/// <summary>Clock evaluations on the Chinese office calendar; one operation is one evaluation.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ClockBenchmarks
{
    private const int Clocks = 1024;
    private readonly BusinessCalendar _calendar = BusinessCalendar.Compile(DefaultCalendars.ChinaOffice);
    private readonly ClockEvent[][] _clocks = new ClockEvent[Clocks][];
    private DateTimeOffset _now;

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(7);
        var first = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < Clocks; i++)
        {
            var start = first.AddMinutes(random.Next(200_000));
            var pause = start.AddMinutes(random.Next(3_000));
            _clocks[i] =
            [
                new(ClockEventKind.Start, start), new(ClockEventKind.Pause, pause),
                new(ClockEventKind.Resume, pause.AddMinutes(random.Next(5_000))),
            ];
        }

        _now = first.AddDays(200);
    }

    [Benchmark(OperationsPerInvoke = Clocks)]
    public long Evaluate()
    {
        var sum = 0L;
        foreach (var clock in _clocks)
        {
            sum += Clock.Evaluate(clock, TimeSpan.TicksPerHour * 8, _calendar, _now).ElapsedTicks;
        }

        return sum;
    }
}

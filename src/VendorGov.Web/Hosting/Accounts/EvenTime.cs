using System.Diagnostics;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>Answers whose time must not tell what was found.</summary>
public static class EvenTime
{
    /// <summary>
    /// Waits from <paramref name="started"/> (<see cref="Stopwatch.GetTimestamp"/>) to the end of a step, or of as many whole ones as the work took. A step
    /// is longer than the work on a quiet machine; on a busy one, where the work outlasts it, what is told is a number of steps and not the time itself.
    /// </summary>
    public static Task UpToAsync(TimeSpan step, long started)
    {
        var past = Stopwatch.GetElapsedTime(started).Ticks % step.Ticks;
        return Task.Delay(TimeSpan.FromTicks(step.Ticks - past));
    }
}

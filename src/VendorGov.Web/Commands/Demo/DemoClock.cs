namespace VendorGov.Web.Commands.Demo;

/// <summary>A clock that the demo sets, so that its history is made by the same services as real history.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private long _ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset at) => Interlocked.Exchange(ref _ticks, at.UtcTicks);
}

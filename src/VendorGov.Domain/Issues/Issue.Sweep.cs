using VendorGov.Domain.Obligations;

namespace VendorGov.Domain.Issues;

/// <summary>What time alone changes.</summary>
public sealed partial class Issue
{
    /// <summary>
    /// Derives every open clock anew and climbs one level for each that missed since the last look (SLA semantics 2.11). A miss
    /// while an ask for a pause is open is provisional and does not climb.
    /// </summary>
    public void Sweep(ClockFaces faces, DateTimeOffset now)
    {
        foreach (var obligation in _obligations.Where(o => o.State is ClockState.Running))
        {
            obligation.Refresh(faces, now);
            if (obligation is { State: ClockState.Breached, Provisional: false })
            {
                Escalate(obligation.Kind.ToString(), null, now);
            }
        }
    }
}

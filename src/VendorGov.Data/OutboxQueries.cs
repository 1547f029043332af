using VendorGov.Domain.Auditing;

namespace VendorGov.Data;

/// <summary>What of the outbox a sender looks at.</summary>
public static class OutboxQueries
{
    /// <summary>Neither sent nor given up; see <see cref="OutboxMessage.State"/>.</summary>
    public static IQueryable<OutboxMessage> Waiting(this IQueryable<OutboxMessage> messages) =>
        messages.Where(m => m.DeliveredAt == null && m.DeadAt == null && m.DiscardedAt == null);

    /// <summary>To be sent now.</summary>
    public static IQueryable<OutboxMessage> Due(this IQueryable<OutboxMessage> messages, DateTimeOffset now) =>
        messages.Waiting().Where(m => m.NextAttemptAt <= now);

    /// <summary>Failed of late and not due again: what is younger waits for it; see <see cref="OutboxMessage.Holds"/>.</summary>
    public static IQueryable<OutboxMessage> Holding(this IQueryable<OutboxMessage> messages, DateTimeOffset now) =>
        messages.Waiting().Where(m => m.NextAttemptAt > now && m.Attempts > 0 && m.Attempts < OutboxMessage.HoldingAttempts);
}

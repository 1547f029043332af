namespace VendorGov.Domain.Staffing;

/// <summary>
/// How many must be there so that <paramref name="TargetPercent"/> of the contacts are taken within <paramref name="WithinSeconds"/>.
/// <paramref name="HandlingSeconds"/> is talk, hold and wrap-up of one contact; <paramref name="Concurrency"/> is how many an agent takes at once
/// (1 for calls); <paramref name="ShrinkagePercent"/> is the share of planned time in which an agent is not on contacts.
/// </summary>
public sealed record StaffAssumption(int HandlingSeconds, decimal TargetPercent = 80, int WithinSeconds = 20, decimal ShrinkagePercent = 0, int Concurrency = 1)
{
    /// <summary>Throws <see cref="RuleViolationException"/> for what no desk could work by.</summary>
    public void Demand()
    {
        if (HandlingSeconds is < 1 or > 7200 || TargetPercent is < 1 or > 99.9m || WithinSeconds is < 0 or > 86_400
            || ShrinkagePercent is < 0 or > 60 || Concurrency is < 1 or > 10)
        {
            throw new RuleViolationException("staff-assumption");
        }
    }
}

/// <summary>
/// The queue M/M/c without abandonment (A. K. Erlang, 1917). The probability to wait comes from Erlang's loss formula by its recurrence
/// B(k) = a B(k-1) / (k + a B(k-1)), which neither overflows nor cancels, however large the desk is.
/// </summary>
public static class ErlangC
{
    private const int IntervalSeconds = 1800;
    private const int MostAgents = 5000;

    /// <param name="load">Offered traffic in erlangs: contacts per second times handling seconds.</param>
    /// <param name="agents">How many serve.</param>
    /// <returns>0..1; 1 where the load is not less than the number of agents: the queue grows without end.</returns>
    public static double WaitProbability(double load, int agents)
    {
        if (load <= 0)
        {
            return 0;
        }

        if (load >= agents)
        {
            return 1;
        }

        var lost = 1d;
        for (var k = 1; k <= agents; k++)
        {
            lost = load * lost / (k + (load * lost));
        }

        return lost / (1 - (load / agents * (1 - lost)));
    }

    /// <summary>The share (0..1) that is taken within <paramref name="withinSeconds"/>.</summary>
    public static double ServiceLevel(double load, int agents, double handlingSeconds, double withinSeconds) => load >= agents && load > 0
        ? 0
        : 1 - (WaitProbability(load, agents) * Math.Exp(-(agents - load) * withinSeconds / handlingSeconds));

    /// <summary>Contacts of one half hour as offered traffic in erlangs.</summary>
    public static double Load(int contacts, StaffAssumption assumption) =>
        (double)contacts * assumption.HandlingSeconds / assumption.Concurrency / IntervalSeconds;

    /// <summary>The fewest agents who hold the target for the contacts of one half hour, with shrinkage on top; 0 for no contacts.</summary>
    public static int Required(int contacts, StaffAssumption assumption)
    {
        if (contacts <= 0)
        {
            return 0;
        }

        var load = Load(contacts, assumption);
        var (target, handling) = ((double)assumption.TargetPercent / 100, (double)assumption.HandlingSeconds / assumption.Concurrency);
        var agents = (int)Math.Floor(load) + 1;
        while (agents < MostAgents && ServiceLevel(load, agents, handling, assumption.WithinSeconds) < target)
        {
            agents++;
        }

        return (int)Math.Ceiling(agents / (1 - (assumption.ShrinkagePercent / 100)));
    }
}

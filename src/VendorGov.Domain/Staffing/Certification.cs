namespace VendorGov.Domain.Staffing;

/// <summary>Who took contacts on which local dates. <paramref name="AgentId"/> null: the feed names a number that nobody has.</summary>
public sealed record ContactDays(string Number, Guid? AgentId, IReadOnlySet<DateOnly> Days);

/// <summary>An agent who took contacts on dates without a valid certificate.</summary>
public sealed record CertificateViolation(string Number, Guid? AgentId, IReadOnlyList<DateOnly> Days);

/// <summary>CERT of a month: agents who took contacts, those of them who always had a valid certificate, and the others.</summary>
public sealed record CertificationMonth(int OnContacts, int Certified, IReadOnlyList<CertificateViolation> Violations);

/// <summary>Nobody takes contacts without a valid certificate (e3c). One contact without it is enough (SLA semantics 3.1).</summary>
public static class Certification
{
    /// <param name="taken">Agents with the dates on which they took contacts.</param>
    /// <param name="valid">Whether an agent held a valid certificate on a date.</param>
    public static CertificationMonth Of(IEnumerable<ContactDays> taken, Func<Guid, DateOnly, bool> valid)
    {
        var (all, violations) = (0, new List<CertificateViolation>());
        foreach (var agent in taken.Where(t => t.Days.Count > 0))
        {
            all++;
            var without = agent.Days.Where(d => agent.AgentId is not { } id || !valid(id, d)).Order().ToList();
            if (without.Count > 0)
            {
                violations.Add(new CertificateViolation(agent.Number, agent.AgentId, without));
            }
        }

        return new CertificationMonth(all, all - violations.Count, [.. violations.OrderBy(v => v.Number, StringComparer.Ordinal)]);
    }
}

using VendorGov.Domain.Contracts;
using VendorGov.Domain.Staffing;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Training;

/// <summary>
/// What agents of a contract are taught and tested on. Who reaches the pass mark gets a certificate of the course's kind for so many
/// months (e3c, e5b).
/// </summary>
public sealed class Course : IContractOwned, IAudited, IVersioned
{
    private Course()
    {
    }

    /// <param name="passMark">Points of 100 from which on a test is passed.</param>
    /// <param name="validMonths">How long the certificate holds.</param>
    public Course(Contract contract, string title, CertificateKind kind, int passMark, int validMonths, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(title) || passMark is < 1 or > 100 || validMonths is < 1 or > 60)
        {
            throw new RuleViolationException("course-details");
        }

        Id = Keys.Next();
        (TenantId, VendorId, ContractId) = (contract.TenantId, contract.VendorId, contract.Id);
        (Title, Kind, PassMark, ValidMonths, CreatedAt) = (title.Trim(), kind, passMark, validMonths, now);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public string Title { get; private set; } = "";
    public CertificateKind Kind { get; private set; }
    public int PassMark { get; private set; }
    public int ValidMonths { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? RetiredAt { get; private set; }
    public int Version { get; private set; } = 1;

    public void Retire(DateTimeOffset now) => RetiredAt ??= now;
}

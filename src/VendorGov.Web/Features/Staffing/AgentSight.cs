using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Staffing;

/// <summary>
/// What of an agent a reader may know: outlets and regions number and name; headquarters and auditors the employment as well; the telephone
/// number in full only the vendor's manager.
/// </summary>
public sealed record AgentSight(bool Employment, bool FullPhone)
{
    public static AgentSight Of(CurrentUser user) => new(
        user.Role is Role.VendorManager or Role.VendorAgentLead or Role.Headquarters or Role.Auditor, user.Role == Role.VendorManager);

    public string? Phone(string? phone) => !Employment ? null : FullPhone ? phone : PersonalData.MaskPhone(phone);
}

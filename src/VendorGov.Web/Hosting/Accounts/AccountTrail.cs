using VendorGov.Data;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Web.Hosting.Accounts;

/// <summary>
/// What happens to an account, in the trail of a network that it concerns. Accounts belong to no network, so the request may act in another one, or
/// in none: each entry is saved in a scope of its own.
/// </summary>
public sealed class AccountTrail(IServiceScopeFactory scopes)
{
    /// <param name="actor">Null: the operator, by a command.</param>
    public async Task NoteAsync(TenantId tenant, UserId? actor, string actorName, string action, string subject, string key)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.EnterTenant(tenant, actor, actorName);
        db.AddBatchEntry(action, subject, key, new { });
        await db.SaveChangesAsync();
    }
}

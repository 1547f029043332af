using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting.Accounts;
using VendorGov.Web.Hosting.Api;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Hosting;

/// <summary>
/// Finds out for whom a request acts and enters that tenant's scope. Who has a session but no place any more is signed out.
/// </summary>
public sealed class TenantMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentUser user)
    {
        // An error page runs the pipeline again within the same request; the caller is known by then.
        // A key has entered its scope by itself and is nobody's session.
        if (!user.IsSignedIn && context.User.Identity is { IsAuthenticated: true, AuthenticationType: not ApiKeyHandler.Scheme }
            && !IsStaticFile(context))
        {
            await RecogniseAsync(context, user);
        }

        await next(context);
        if (user.IsSignedIn && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            Moments.Ring(context.RequestServices.GetRequiredService<IMemoryCache>(), user.Id);
        }
    }

    private static bool IsStaticFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;

    private static async Task RecogniseAsync(HttpContext context, CurrentUser user)
    {
        var id = UserId.From(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!));
        var place = context.User.FindFirstValue(Session.PlaceClaim);
        var services = context.RequestServices;
        var administrator = context.User.HasClaim(Session.AdministratorClaim, "1");
        if (place == Session.Platform && administrator)
        {
            var name = context.User.FindFirstValue(Session.NameClaim) ?? "";
            var places = await services.GetRequiredService<MembershipDirectory>().OfAsync(id, context.RequestAborted);
            user.Become(new Member(id, null, name, Role.PlatformAdministrator, null, null, user.Zone, Places: places.Count + 1));
            return;
        }

        var found = Guid.TryParse(place, out var membership)
            ? await services.GetRequiredService<Places>().FindAsync(id, membership, context.RequestAborted)
            : null;
        var vouching = context.User.FindFirstValue(Session.ProviderClaim);
        if (found?.Admits(vouching) != true)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        user.Become(found.Member with
        {
            Places = found.Member.Places + (administrator ? 1 : 0),
            OwesSecondStep = found.Member.OwesSecondStep && !context.User.HasClaim(Session.ProvenClaim, "1"),
            ByProvider = vouching is not null,
        });
        Enter(services.GetRequiredService<TenantScope>(), found);
    }

    private static void Enter(TenantScope scope, Places.Found found)
    {
        var member = found.Member;
        var tenant = member.TenantId!.Value;
        switch (member.Role)
        {
            case Role.Headquarters or Role.Auditor:
                scope.EnterTenant(tenant, member.UserId, member.Name);
                break;
            case Role.RegionalManager or Role.OutletManager or Role.OutletReviewer:
                scope.EnterOutlets(tenant, found.Outlets, member.UserId, member.Name);
                break;
            case Role.VendorManager or Role.VendorAgentLead:
                scope.EnterVendor(tenant, member.VendorId!.Value, member.UserId, member.Name);
                break;
            default:
                throw new InvalidOperationException($"The role {member.Role} has no scope.");
        }
    }
}

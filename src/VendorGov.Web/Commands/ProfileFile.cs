using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Issues.History;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Commands;

/// <summary>An import profile that an operator hands over as a file.</summary>
internal static class ProfileFile
{
    /// <summary>The text of a profile file that has no problem.</summary>
    public static async Task<string> ReadAsync(string path)
    {
        string json;
        try
        {
            json = await File.ReadAllTextAsync(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be read: {e.Message}");
        }

        var problems = new List<ProfileProblem>();
        return ImportProfileReader.Read(json, problems) is not null ? json : throw new CommandException(
            $"{path} is no profile: {string.Join("; ", problems.Select(p => $"{p.Path}: {Text.Operator[$"imports.profile.{p.Rule}", p.Argument]}"))}");
    }

    /// <summary>Stores the profile under its own name in the tenant that was entered; the name.</summary>
    public static async Task<string> KeepAsync(string json, IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var name = ImportProfileReader.Read(json, [])!.Name;
        var stored = await db.ImportProfiles.FirstOrDefaultAsync(p => p.Name == name);
        if (stored is null)
        {
            db.ImportProfiles.Add(new StoredImportProfile(services.GetRequiredService<TenantScope>().Tenant, json, now));
        }
        else
        {
            stored.Change(json, now);
        }

        await db.SaveChangesAsync();
        return name;
    }
}

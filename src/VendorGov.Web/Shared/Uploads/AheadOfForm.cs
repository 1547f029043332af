using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared.Uploads;

/// <summary>
/// Files that go ahead of the form which names them, so that a broken upload or a full disk loses neither the form nor the other files: each is a
/// request of its own, the file its body, its name percent-encoded in the header <c>X-File-Name</c>.
/// </summary>
public sealed class AheadOfForm(AppDb db, FileStore store, TenantScope scope, TimeProvider clock)
{
    /// <summary>
    /// Keeps one file as a draft of the caller. Throws <see cref="TabularRefusedException"/> with the sentence for the user, also where
    /// <paramref name="unsent"/> holds <paramref name="most"/> already, and <see cref="IOException"/> when the disk is full.
    /// </summary>
    public async Task<DraftFile> ReceiveAsync(
        string area, Stream content, string name, IQueryable<DraftFile> unsent, int most,
        Func<UserId, EvidenceFile, DateTimeOffset, DraftFile> draft, CancellationToken cancel)
    {
        var user = scope.Actor ?? throw new InvalidOperationException("Files are brought by a person.");
        if (await unsent.CountAsync(cancel) >= most)
        {
            throw new TabularRefusedException("file.evidence-many", most);
        }

        var made = draft(user, await KeepAsync(store, area, content, name, cancel), clock.GetUtcNow());
        db.DraftFiles.Add(made);
        await db.SaveChangesAsync(cancel);
        return made;
    }

    /// <summary>Judges a file by its content and keeps it. Throws as <see cref="ReceiveAsync"/> does.</summary>
    public static async Task<EvidenceFile> KeepAsync(FileStore store, string area, Stream content, string name, CancellationToken cancel)
    {
        var plain = FileStore.CleanName(name);
        await using var arrival = await store.ReceiveAsync(area, content, EvidenceFile.MaxBytes, cancel);
        var kind = EvidenceGate.Judge(arrival.Content, plain);
        arrival.Keep();
        return new EvidenceFile(plain, arrival.Sha256, arrival.Bytes, kind);
    }

    /// <summary>False where <paramref name="unsent"/> has no such file.</summary>
    public async Task<bool> RemoveAsync(IQueryable<DraftFile> unsent, Guid id, CancellationToken cancel)
    {
        if (await unsent.FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } draft)
        {
            return false;
        }

        db.DraftFiles.Remove(draft);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>What the script of the form reads: the file that was kept, or a sentence for the user.</summary>
    /// <param name="receive">Keeps body and name.</param>
    /// <param name="url">Where the kept file is read.</param>
    public static async Task<JsonResult> AnswerAsync(
        HttpRequest request, Text text, Func<Stream, string, Task<DraftFile>> receive, Func<DraftFile, string?> url)
    {
        var name = Uri.UnescapeDataString(request.Headers["X-File-Name"].ToString());
        if (name.Length == 0)
        {
            return Refused(text, StatusCodes.Status400BadRequest, "issues.file.nameless");
        }

        try
        {
            var file = await receive(request.Body, name);
            return new JsonResult(new
            {
                file.Id, file.Name, file.Sha256, size = EvidenceView.Size(text, file.Bytes), icon = file.Kind.Icon(), image = file.Kind.IsImage(), url = url(file),
            });
        }
        catch (TabularRefusedException refused)
        {
            return Refused(text, StatusCodes.Status422UnprocessableEntity, refused.TextKey, [.. refused.Arguments]);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(text, e.StatusCode, "file.too-big", EvidenceFile.MaxBytes / (1024 * 1024));
        }
        catch (IOException e) when (e is not (BadHttpRequestException or ConnectionResetException))
        {
            return Refused(text, StatusCodes.Status507InsufficientStorage, "issues.file.disk");
        }
    }

    private static JsonResult Refused(Text text, int status, string key, params object[] arguments) =>
        new(new { error = text[key, arguments] }) { StatusCode = status };
}

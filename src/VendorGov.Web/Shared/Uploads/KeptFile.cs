using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Shared.Uploads;

/// <summary>A file that somebody brought, as an answer: by ranges, and nothing in it may run, as its own policy is a sandbox.</summary>
public static class KeptFile
{
    private const string Sandbox = "default-src 'none'; media-src 'self'; img-src 'self'; frame-ancestors 'none'; sandbox";

    /// <summary>A browser's own viewer of PDF does not start in a sandbox; it runs no script of the portal's origin.</summary>
    private const string ForPdf = "default-src 'none'; object-src 'self'; frame-ancestors 'none'";

    /// <param name="save">Download what the browser would show.</param>
    public static IActionResult Answer(HttpResponse response, FileStore store, string area, EvidenceFile? file, bool save = false)
    {
        if (file is null || !store.Has(area, file.Sha256))
        {
            return new NotFoundResult();
        }

        var shown = file.Kind.IsShown() && !save;
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = shown && file.Kind == EvidenceKind.Pdf ? ForPdf : Sandbox;
        return new FileStreamResult(store.Open(area, file.Sha256), file.Kind.ContentType())
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
        };
    }
}

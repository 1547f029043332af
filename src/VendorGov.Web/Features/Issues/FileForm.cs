using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Issues;

/// <summary>The file zone of a form: the unsent files, and for which issue they wait.</summary>
public sealed record FileZone(IReadOnlyList<DraftFile> Drafts, IssueId? Issue, string Id);

/// <summary>
/// What a form sends about files: the ids of those that a script brought before, or the files themselves where none runs.
/// </summary>
public sealed class FileForm
{
    public List<Guid> Files { get; set; } = [];

    public List<IFormFile> Uploads { get; set; } = [];

    /// <summary>
    /// All drafts of this form. Files that came along are kept first, so that they survive whatever else is wrong; each refusal is a
    /// sentence of <paramref name="refuse"/>.
    /// </summary>
    public async Task<List<DraftFile>> TakeAsync(EvidenceDesk desk, IssueId? issue, Text text, Action<string> refuse, CancellationToken cancel)
    {
        foreach (var upload in Uploads)
        {
            try
            {
                await using var content = upload.OpenReadStream();
                Files.Add((await desk.ReceiveAsync(content, upload.FileName, issue, cancel)).Id);
            }
            catch (TabularRefusedException refused)
            {
                refuse(text[refused.TextKey, [.. refused.Arguments]]);
            }
            catch (IOException)
            {
                refuse(text["issues.file.disk"]);
            }
        }

        Uploads.Clear();
        return await desk.NamedAsync(Files, cancel);
    }
}

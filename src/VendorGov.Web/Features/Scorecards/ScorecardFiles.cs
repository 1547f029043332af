using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using VendorGov.Documents.Excel;
using VendorGov.Documents.Pdf;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>Seal and check code of a published scorecard.</summary>
public sealed record SealedAs(string Seal, string Code)
{
    public static SealedAs? Of(string? seal, string? code) => seal is null || code is null ? null : new SealedAs(seal, code);
}

/// <summary>A scorecard as a file to take away, in either language.</summary>
public sealed class ScorecardFiles(IOptions<SiteOptions> site, PortalAddress address)
{
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static readonly IReadOnlyList<string> Languages = ["zh-CN", "en"];

    public FileContentResult Pdf(ScorecardContent content, string language, SealedAs? seal) =>
        new(RenderPdf(content, Known(language), seal), "application/pdf") { FileDownloadName = Name(content, Known(language), "pdf") };

    public FileContentResult Xlsx(ScorecardContent content, string language) =>
        new(RenderXlsx(content, Known(language)), Excel) { FileDownloadName = Name(content, Known(language), "xlsx") };

    public FileContentResult Statement(ScorecardContent content, string language, SealedAs? seal) =>
        new(CreditStatementPdf.Render(content, Known(language), ImprintOf(seal)), "application/pdf") { FileDownloadName = Name(content, $"credit-{Known(language)}", "pdf") };

    public byte[] RenderPdf(ScorecardContent content, string language, SealedAs? seal) => ScorecardPdf.Render(content, language, ImprintOf(seal));

    public byte[] RenderXlsx(ScorecardContent content, string language) => ScorecardWorkbook.Render(content, language);

    /// <summary><c>vendor-contract-2026-03-zh-CN.pdf</c>; signs that a file system refuses become a dash.</summary>
    public static string Name(ScorecardContent content, string language, string extension)
    {
        var name = $"{content.VendorCode}-{content.ContractNumber}-{content.Month}-{language}";
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
        return $"{safe}.{extension}";
    }

    private DocumentImprint ImprintOf(SealedAs? seal) => new(
        site.Value.SourceCodeAddress, "VendorGov",
        seal is null ? null : new DocumentSeal(seal.Seal, seal.Code, address.Of($"/Check?code={seal.Code}")));

    private static string Known(string language) => Languages.Contains(language) ? language : Languages[0];
}

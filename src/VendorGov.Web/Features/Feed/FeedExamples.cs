using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain.Feed;

namespace VendorGov.Web.Features.Feed;

/// <summary>
/// One example row of each kind, on a day and at an outlet for which it is taken as it stands; the guide, the templates and the API
/// document show the same.
/// </summary>
public sealed class FeedExamples(DateOnly day, string outlet)
{
    /// <summary>Where nobody in particular reads it.</summary>
    public static readonly FeedExamples Neutral = new(new DateOnly(2026, 3, 1), "W0301");

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The day before <paramref name="now"/>, at the reader's first outlet.</summary>
    public static async Task<FeedExamples> OfReaderAsync(AppDb db, DateTimeOffset now, CancellationToken cancel) => new(
        DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1),
        await db.ContractOutlets.Join(db.Outlets, c => c.OutletId, o => o.Id, (_, o) => o.Code).OrderBy(c => c).FirstOrDefaultAsync(cancel) ?? "W0301");

    public string Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A list of one row.</summary>
    public string Json(FeedKind kind) => JsonSerializer.Serialize(new[] { Row(kind) }, Readable);

    /// <summary>All columns and one row; with a byte order mark, so that a spreadsheet reads Chinese.</summary>
    public byte[] Csv(FeedKind kind) => Encoding.UTF8.GetBytes("\uFEFF" + CsvText(kind));

    public string CsvText(FeedKind kind)
    {
        var (fields, row) = (FeedSchema.Of(kind).Fields, Row(kind));
        return string.Join(',', fields.Select(f => f.Name)) + "\r\n"
            + string.Join(',', fields.Select(f => row.TryGetValue(f.Name, out var v) ? Convert.ToString(v, CultureInfo.InvariantCulture) : "")) + "\r\n";
    }

    private Dictionary<string, object> Row(FeedKind kind) => kind switch
    {
        FeedKind.Contacts => new()
        {
            ["id"] = Id("S"), ["outlet"] = outlet, ["channel"] = "chat", ["started_at"] = At("09:15:02"), ["handled_by"] = "agent",
            ["first_reply_s"] = 12, ["rounds"] = 6, ["rounds_3m"] = 6, ["talk_s"] = 310, ["agent"] = "1027",
            ["waybill"] = "YT1234567890123", ["reason"] = "催件",
        },
        FeedKind.Calls => new()
        {
            ["id"] = Id("C"), ["outlet"] = outlet, ["started_at"] = At("09:15:02"), ["outcome"] = "answered", ["wait_s"] = 8,
            ["talk_s"] = 146, ["hold_s"] = 0, ["acw_s"] = 25, ["agent"] = "1027", ["waybill"] = "YT1234567890123", ["reason"] = "破损",
        },
        FeedKind.Surveys => new()
        {
            ["id"] = Id("V"), ["outlet"] = outlet, ["channel"] = "voice", ["contact_at"] = At("09:15:02"), ["contact"] = Id("C"),
            ["responded_at"] = At("09:20:40"), ["score"] = 5,
        },
        FeedKind.Presence => new()
        {
            ["agent"] = "1027", ["outlet"] = outlet, ["state"] = "present", ["starts_at"] = At("09:00:00"), ["ends_at"] = At("12:00:00"),
            ["channel"] = "voice",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private string At(string time) => $"{Day}T{time}+08:00";

    private string Id(string letter) => $"{letter}-{Day.Replace("-", "", StringComparison.Ordinal)}-00017";
}

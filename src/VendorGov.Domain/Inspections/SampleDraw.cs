using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Inspections;

/// <summary>
/// One draw of a contract's month with everything that is needed to repeat it: seed, plan and the whole frame. The vendor does not see it:
/// it would know what is going to be listened to.
/// </summary>
public sealed class SampleDraw : IBuyerOwned, IAudited
{
    private SampleDraw()
    {
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }
    public YearMonth Month { get; private set; }

    /// <summary>Counts from 1 within contract and month: a later one adds what came in since.</summary>
    public int Number { get; private set; }
    public string Seed { get; private set; } = "";
    public SamplePlan Plan { get; private set; } = null!;

    /// <summary>The frame, packed.</summary>
    public byte[] Frame { get; private set; } = [];
    public int FrameCount { get; private set; }

    /// <summary>Lower-case hexadecimal, of the unpacked frame.</summary>
    public string FrameSha256 { get; private set; } = "";
    public IReadOnlyList<Guid> Picks { get; private set; } = [];
    public string DrawnBy { get; private set; } = "";
    public DateTimeOffset DrawnAt { get; private set; }

    public static (SampleDraw Draw, IReadOnlyList<FrameItem> Picks) Make(
        Contract contract, YearMonth month, int number, string seed, IReadOnlyCollection<FrameItem> frame, SamplePlan plan, string by, DateTimeOffset now)
    {
        var text = Encoding.UTF8.GetBytes(Text(frame));
        var picks = Sampling.Draw(seed, frame, plan);
        return (new SampleDraw
        {
            Id = Keys.Next(),
            TenantId = contract.TenantId,
            VendorId = contract.VendorId,
            ContractId = contract.Id,
            Month = month,
            Number = number,
            Seed = seed,
            Plan = plan,
            Frame = Pack(text),
            FrameCount = frame.Count,
            FrameSha256 = Convert.ToHexStringLower(SHA256.HashData(text)),
            Picks = [.. picks.Select(p => p.Id)],
            DrawnBy = by,
            DrawnAt = now,
        }, picks);
    }

    public IReadOnlyList<FrameItem> Unpacked() =>
        [.. Encoding.UTF8.GetString(Unpack(Frame)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line)];

    /// <summary>True where the kept frame is whole and seed and plan give the same picks again.</summary>
    public bool Repeats() =>
        FrameSha256 == Convert.ToHexStringLower(SHA256.HashData(Unpack(Frame)))
        && Sampling.Draw(Seed, Unpacked(), Plan).Select(p => p.Id).SequenceEqual(Picks);

    private static string Text(IEnumerable<FrameItem> frame) => string.Concat(frame.OrderBy(f => f.Id)
        .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Id:N}\t{f.Agent}\t{f.Stratum}\t{(f.Newcomer ? 1 : 0)}\n")));

    private static FrameItem Line(string line)
    {
        var cells = line.Split('\t');
        return new FrameItem(Guid.ParseExact(cells[0], "N"), cells[1], cells[2], cells[3] == "1");
    }

    private static byte[] Pack(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zip = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(text);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var zip = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new MemoryStream();
        zip.CopyTo(text);
        return text.ToArray();
    }
}

using System.Buffers.Binary;
using System.Text;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Issues;
using VendorGov.Web.Features.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared.Uploads;

namespace VendorGov.Web.Commands.Demo;

/// <summary>Pieces of evidence for the demo: a recording (a tone), a chat log and a list of calls.</summary>
internal static class DemoEvidence
{
    private const int Rate = 8000;
    private const int Seconds = 12;

    /// <summary>Keeps the files in the tenant's store, judged like any other.</summary>
    public static async Task<IReadOnlyList<EvidenceFile>> KeepAsync(FileStore store, string area = EvidenceDesk.Area)
    {
        (string Name, byte[] Content)[] files =
        [
            ("来电录音-0812.wav", Tone()),
            ("会话记录.txt", Encoding.UTF8.GetBytes("客户：包裹三天没有更新。\n坐席：请稍等。\n（等待 6 分钟，无回复）\n客户：还在吗？\n")),
            ("未接来电.csv", Encoding.UTF8.GetBytes("\uFEFF时间,等待秒数,结果\r\n09:12,186,放弃\r\n09:15,204,放弃\r\n09:21,241,放弃\r\n")),
        ];
        var kept = new List<EvidenceFile>();
        foreach (var (name, content) in files)
        {
            kept.Add(await AheadOfForm.KeepAsync(store, area, new MemoryStream(content), name, CancellationToken.None));
        }

        return kept;
    }

    /// <summary>A quiet ring every two seconds, as PCM, 16 bit, mono.</summary>
    private static byte[] Tone()
    {
        const int bytes = Rate * Seconds * 2;
        var wav = new byte[44 + bytes];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), 36 + bytes);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), Rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 16);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), bytes);
        for (var i = 0; i < Rate * Seconds; i++)
        {
            var loud = i % (2 * Rate) < Rate * 3 / 5 ? 4000 : 0;
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(44 + (2 * i)), (short)(loud * Math.Sin(2 * Math.PI * 450 * i / Rate)));
        }

        return wav;
    }
}

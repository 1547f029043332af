using System.Text;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Documents.Reading;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>Contacts by hand, with recording and transcript. Recordings go through the store that all files go through.</summary>
public sealed class ContactDesk(AppDb db, FileStore store, InspectionDesk desk, TimeProvider clock)
{
    private const int MostTranscript = 400_000;

    public async Task<QaContact> AddAsync(StaffContract contract, ContactFacts facts, InspectionKind kind, string externalId, string? transcript, IFormFile? recording, CancellationToken cancel)
    {
        var contact = new QaContact(contract.Contract, await KnownAsync(contract.Contract, facts, cancel), contract.Zone, kind, ContactSource.Manual, externalId, db.Scope.ActorName, clock.GetUtcNow());
        if (!string.IsNullOrWhiteSpace(transcript))
        {
            contact.Transcribe(TranscriptReader.Read(transcript.Length > MostTranscript ? transcript[..MostTranscript] : transcript));
        }

        if (recording is { Length: > 0 })
        {
            await AttachAsync(contact, recording, cancel);
        }

        db.QaContacts.Add(contact);
        return contact;
    }

    /// <summary>A recording, or a transcript as text, for a contact that has come without. Throws <see cref="TabularRefusedException"/> with the sentence.</summary>
    public async Task AttachAsync(QaContact contact, IFormFile file, CancellationToken cancel)
    {
        var name = FileStore.CleanName(file.FileName);
        await using var content = file.OpenReadStream();
        await using var arrival = await store.ReceiveAsync(InspectionDesk.Area, content, EvidenceFile.MaxBytes, cancel);
        var kind = EvidenceGate.Judge(arrival.Content, name);
        if (kind is EvidenceKind.Text)
        {
            arrival.Content.Position = 0;
            using var reader = new StreamReader(arrival.Content, Encoding.UTF8, leaveOpen: true);
            contact.Transcribe(TranscriptReader.Read(await reader.ReadToEndAsync(cancel)));
            return;
        }

        contact.Attach(new EvidenceFile(name, arrival.Sha256, arrival.Bytes, kind));
        arrival.Keep();
    }

    /// <summary>A pick with a reason; it is marked and never counts.</summary>
    public async Task<Evaluation> PickAsync(QaContact contact, string? reason, EvaluationPurpose purpose, Guid? coaching, CancellationToken cancel)
    {
        var task = new Evaluation(contact, await desk.CurrentFormAsync(cancel), purpose, clock.GetUtcNow());
        task.Belong(coaching: coaching, reason: string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        db.Evaluations.Add(task);
        return task;
    }

    /// <summary>Five more contacts of a coached agent, the newest ones first, drawn as targeted picks.</summary>
    public async Task<int> ResampleAsync(Coaching coaching, CancellationToken cancel)
    {
        var (contract, agent, since) = (coaching.ContractId, coaching.Agent, coaching.HeldAt ?? coaching.OpenedAt);
        var taken = await db.Evaluations.CountAsync(e => e.CoachingId == coaching.Id, cancel);
        var known = await db.QaContacts.Where(c => c.ContractId == contract && c.Agent == agent && c.StartedAt >= since
            && !db.Evaluations.Any(e => e.ContactId == c.Id)).OrderByDescending(c => c.StartedAt).Take(Coaching.ResampleSize).ToListAsync(cancel);
        var fed = await db.FeedContacts.AsNoTracking().Where(f => f.ContractId == contract && f.Agent == agent && f.StartedAt >= since && f.Handled && !f.ByBot
            && !db.QaContacts.Any(c => c.ContractId == contract && c.ExternalId == f.ExternalId)).OrderByDescending(f => f.StartedAt).Take(Coaching.ResampleSize).ToListAsync(cancel);
        var own = await db.Contracts.AsNoTracking().Include(c => c.Outlets).SingleAsync(c => c.Id == contract, cancel);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(own.TimeZone);
        var fresh = fed.DistinctBy(f => f.ExternalId).Select(f => new QaContact(
            own, new ContactFacts(f.OutletId, f.Agent!, coaching.AgentId, f.Channel, f.StartedAt, f.Reason, f.Waybill, f.TalkSeconds), zone,
            f.Channel == Channel.Voice ? InspectionKind.Recording : InspectionKind.Chat, ContactSource.Feed, f.ExternalId, db.Scope.ActorName, clock.GetUtcNow()));
        var picks = known.Concat(fresh).Take(Math.Max(0, Coaching.ResampleSize - taken)).ToList();
        foreach (var contact in picks)
        {
            if (db.Entry(contact).State == EntityState.Detached)
            {
                db.QaContacts.Add(contact);
            }

            await PickAsync(contact, null, EvaluationPurpose.Resample, coaching.Id, cancel);
        }

        return picks.Count;
    }

    private async Task<ContactFacts> KnownAsync(Contract contract, ContactFacts facts, CancellationToken cancel)
    {
        var (vendor, number) = (contract.VendorId, facts.Agent);
        var agent = await db.Agents.AsNoTracking().Where(a => a.VendorId == vendor && a.Number == number).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        return facts with { AgentId = agent };
    }
}

using VendorGov.Domain.Contracts;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Reports;
using VendorGov.Domain.Scorecards;
using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Notifications;

/// <summary>What a notice is about, and so which page it leads to.</summary>
public enum NoticeSubject
{
    Issue,
    Evaluation,
    Appeal,
    Coaching,
    Action,
    Report,

    /// <summary>An upload of which nothing was kept, as it could not be read.</summary>
    ReportFile,
    Scorecard,
}

/// <summary>
/// Something happened to an evaluation or a corrective action of a contract and nobody has been told yet: as <see cref="NoticeEvent"/> for
/// issues, saved in the transaction that caused it and removed in the one that tells. Holds no word that a person wrote.
/// </summary>
public sealed class WorkNews : IContractOwned
{
    private WorkNews()
    {
    }

    private WorkNews(IVendorOwned of, ContractId contract, OutletId? outlet, NoticeKind kind, string what, DateTimeOffset at)
    {
        Id = Keys.Next();
        (TenantId, VendorId, ContractId, OutletId) = (of.TenantId, of.VendorId, contract, outlet);
        (Kind, What, At) = (kind, what, at);
    }

    public Guid Id { get; private set; }
    public TenantId TenantId { get; private set; }
    public VendorId VendorId { get; private set; }
    public ContractId ContractId { get; private set; }

    /// <summary>The only outlet that it concerns; null: the contract as a whole.</summary>
    public OutletId? OutletId { get; private set; }
    public NoticeSubject Subject { get; private set; }

    /// <summary>The evaluation, of its appeals and talks too; the action; the report; the scorecard.</summary>
    public Guid SubjectId { get; private set; }
    public NoticeKind Kind { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>The level to which it climbed; how many problems a file has.</summary>
    public int Mark { get; private set; }
    public UserId? ActorId { get; private set; }
    public string? ByName { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The same, with who did it; nobody where a job did.</summary>
    public WorkNews By(UserId? actor, string name)
    {
        (ActorId, ByName) = (actor, actor is null ? null : name);
        return this;
    }

    /// <summary>A published evaluation that failed or holds a fatal item.</summary>
    public static WorkNews Failed(Evaluation failed) =>
        new(failed, failed.ContractId, failed.OutletId, NoticeKind.Inspection, failed.HasFatal ? "EvaluationFatal" : "EvaluationFailed", failed.ShownAt!.Value)
        {
            Subject = NoticeSubject.Evaluation, SubjectId = failed.Id,
        };

    public static WorkNews Of(Appeal appeal, string what, DateTimeOffset at) => new(appeal, appeal.ContractId, appeal.OutletId, NoticeKind.Appeal, what, at)
    {
        Subject = NoticeSubject.Appeal, SubjectId = appeal.EvaluationId, Mark = appeal.Climbs,
    };

    public static WorkNews Of(Coaching talk, string what, DateTimeOffset at) => new(talk, talk.ContractId, null, NoticeKind.Coaching, what, at)
    {
        Subject = NoticeSubject.Coaching, SubjectId = talk.EvaluationId,
    };

    public static WorkNews Of(CorrectiveAction action, string what, DateTimeOffset at) =>
        new(action, action.ContractId, action.Demand.Outlet, NoticeKind.Improvement, what, at)
        {
            Subject = NoticeSubject.Action, SubjectId = action.Id, Mark = action.Level,
        };

    /// <summary>A step of a scorecard, which is kept as its history: news in passing, never saved.</summary>
    public static WorkNews Of(ScorecardEvent step) => new(
        step, step.ContractId, null, step.IsOfCredit ? NoticeKind.Credit : NoticeKind.CardStep, $"Card{step.Kind}", step.At)
    {
        Subject = NoticeSubject.Scorecard, SubjectId = step.ScorecardId.Value, ActorId = step.ActorId, ByName = step.ActorId is null ? null : step.ByName,
    };

    /// <param name="report">Null where the file could not be read, so that no version was kept.</param>
    public static WorkNews Uploaded(Contract contract, VendorReport? report, DateTimeOffset at) => new(contract, contract.Id, null, NoticeKind.Upload, report?.State switch
    {
        null => "ReportUnread",
        VendorReportState.Refused => "ReportRefused",
        VendorReportState.AwaitingExplanation => "ReportReasons",
        _ => "ReportAccepted",
    }, at)
    {
        Subject = report is null ? NoticeSubject.ReportFile : NoticeSubject.Report, SubjectId = report?.Id.Value ?? contract.Id.Value,
        Mark = report?.State == VendorReportState.AwaitingExplanation ? report.ExplainCount : report?.RejectCount ?? 0,
    };
}

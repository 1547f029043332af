using VendorGov.Domain.Contracts;
using VendorGov.Domain.Inspections;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;
using VendorGov.UnitTests.Staffing;

namespace VendorGov.UnitTests.Inspections;

/// <summary>The default form, contacts of one contract and reviewers of both sides.</summary>
internal static class Heard
{
    public static readonly QaFormBody Body = DefaultQaForm.Body;
    public static readonly QaForm Form = new(Desk.Contract.TenantId, 1, Body, "总部", Desk.Now);
    public static readonly Author Reviewer = new(UserId.New(), "吴桐", Side.Buyer);
    public static readonly Author Colleague = new(UserId.New(), "周敏", Side.Buyer);
    public static readonly Author Headquarters = new(UserId.New(), "何青", Side.Buyer);
    public static readonly Author Vendor = new(UserId.New(), "陈屿", Side.Vendor);
    private static int _number;

    public static QaContact Contact(DateTimeOffset? at = null, InspectionKind kind = InspectionKind.Recording, Guid? agent = null) => new(
        Desk.Contract, new ContactFacts(Desk.Outlet, "1001", agent, Channel.Voice, at ?? Desk.Now.AddDays(-1), "签收争议", "LC1", 257),
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), kind, ContactSource.Manual, $"call-{++_number}", "吴桐", Desk.Now);

    /// <summary>Full marks but for the items named, each with what the rules demand.</summary>
    public static Answers Full(params (string Code, Level Level)[] but) => new(
        [.. Body.Criteria.Select(c => but.FirstOrDefault(b => b.Code == c.Code) is { Code: not null } other
            ? new ItemScore(c.Code, other.Level, "02:08 打断客户", 128, GapCause.Training, FaultOf.Agent)
            : new ItemScore(c.Code, Level.Meets))], []);

    public static Evaluation Scored(Answers answers, EvaluationPurpose purpose = EvaluationPurpose.Random, QaContact? contact = null, DateTimeOffset? at = null)
    {
        var heard = contact ?? Contact();
        var evaluation = new Evaluation(heard, Form, purpose, Desk.Now);
        evaluation.Draft(Form, answers, null, Reviewer, at ?? Desk.Now);
        evaluation.Submit(Form, heard.Kind, Reviewer, at ?? Desk.Now);
        return evaluation;
    }
}

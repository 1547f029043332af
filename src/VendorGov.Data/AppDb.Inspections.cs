using Microsoft.EntityFrameworkCore;
using VendorGov.Domain.Improvement;
using VendorGov.Domain.Inspections;

namespace VendorGov.Data;

/// <summary>Quality inspection and corrective action.</summary>
public sealed partial class AppDb
{
    public DbSet<QaForm> QaForms => Set<QaForm>();

    public DbSet<QaContact> QaContacts => Set<QaContact>();

    public DbSet<SampleDraw> SampleDraws => Set<SampleDraw>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Coaching> Coachings => Set<Coaching>();

    public DbSet<ItemPlan> ItemPlans => Set<ItemPlan>();

    public DbSet<CalibrationRound> CalibrationRounds => Set<CalibrationRound>();

    public DbSet<CorrectiveAction> CorrectiveActions => Set<CorrectiveAction>();
}

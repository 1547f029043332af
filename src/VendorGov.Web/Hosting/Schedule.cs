using System.Security.Cryptography;
using Quartz;
using VendorGov.Web.Features.Audit;
using VendorGov.Web.Features.Callbacks;
using VendorGov.Web.Features.Feed;
using VendorGov.Web.Features.Improvement;
using VendorGov.Web.Features.Inspections;
using VendorGov.Web.Features.Issues;
using VendorGov.Web.Features.Referrals;
using VendorGov.Web.Features.Chasing;
using VendorGov.Web.Features.Notifications;
using VendorGov.Web.Features.Reports;
using VendorGov.Web.Features.Retention;
using VendorGov.Web.Features.Scorecards;
using VendorGov.Web.Features.Staffing;
using VendorGov.Web.Features.Search;
using VendorGov.Web.Features.Training;
using VendorGov.Web.Hosting.Mail;

namespace VendorGov.Web.Hosting;

/// <summary>
/// Every job and when it runs; times are UTC. The job store is persistent: on SQLite a file of its own beside the database,
/// so that it never waits at the write gate; on a server the same database, clustered, so that a node that dies is
/// taken over by another. <c>VendorGov:Jobs=false</c> keeps a node free of jobs.
/// </summary>
public static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<PerTenant>();
        if (!configuration.GetValue("VendorGov:Jobs", true))
        {
            return services;
        }

        var storage = Storage.From(configuration);
        services.AddQuartz(quartz =>
        {
            // Tells nodes apart in the cluster's tables and for who reads them.
            quartz.ConfigureScheduler(options => options.InstanceId =
                $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}");
            quartz.UsePersistentStore(store => Keep(store, storage));
            AddJobs(quartz);
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void AddJobs(IQuartzBuilder quartz)
    {
        quartz.Run<ClockSweepJob>(ClockSweepJob.Name, "0 * * * * ?");
        quartz.Run<ReferralSweepJob>(ReferralSweepJob.Name, "30 0/5 * * * ?");
        quartz.Run<FollowUpsJob>(FollowUpsJob.Name, "45 0/10 * * * ?");
        quartz.Run<EvidenceSweepJob>(EvidenceSweepJob.Name, "0 40 * * * ?");
        quartz.Run<ChaseComplaintsJob>(ChaseComplaintsJob.Name, "30 3/10 * * * ?");
        quartz.Run<SearchCatchUpJob>(SearchCatchUpJob.Name, "45 25 * * * ?");
        quartz.Run<TendDatabaseJob>(TendDatabaseJob.Name, "15 55 * * * ?");
        quartz.Run<TellNewsJob>(TellNewsJob.Name, "5/15 * * * * ?");
        quartz.Run<DeliverOutboxJob>(DeliverOutboxJob.Name, "8/15 * * * * ?");
        // 01:10 in Beijing. Every night: on which working day drafts are due is set by headquarters, which day that is by each contract's calendar.
        quartz.Run<MonthlyScorecardsJob>(MonthlyScorecardsJob.Name, "0 10 17 * * ?");
        // Each hour: who has quiet hours is written to when they are over, and what was written is not written again.
        quartz.Run<MonthlyMailsJob>(MonthlyMailsJob.Name, "30 15 * * * ?");
        quartz.Run<ScorecardLifeJob>(ScorecardLifeJob.Name, "10 5/10 * * * ?");
        quartz.Run<PurgeNewsJob>(PurgeNewsJob.Name, "0 50 18 * * ?");
        quartz.Run<IdempotencyPurgeJob>(IdempotencyPurgeJob.Name, "0 40 18 * * ?");
        quartz.Run<AuditChainJob>(AuditChainJob.Name, "50 * * * * ?");
        quartz.Run<RetentionJob>(RetentionJob.Name, "0 35 18 * * ?");
        quartz.Run<AuditCheckJob>(AuditCheckJob.Name, "0 15 19 * * ?");
        // Twice in each half hour: once people had time to arrive, and once more before it ends.
        quartz.Run<ShortfallJob>(ShortfallJob.Name, "0 8,20,38,50 * * * ?");
        quartz.Run<ForecastCheckJob>(ForecastCheckJob.Name, "0 25 * * * ?");
        quartz.Run<SamplingJob>(SamplingJob.Name, "0 40 17 * * ?");
        quartz.Run<RecordingSweepJob>(RecordingSweepJob.Name, "0 20 18 * * ?");
        quartz.Run<InspectionSweepJob>(InspectionSweepJob.Name, "20 2/10 * * * ?");
        quartz.Run<ImprovementSweepJob>(ImprovementSweepJob.Name, "40 4/10 * * * ?");
        quartz.Run<TrainingDutiesJob>(TrainingDutiesJob.Name, "0 50 0/3 * * ?");
        quartz.Run<ReportObligationsJob>("report-obligations", "0 5 * * * ?");
    }

    /// <summary>One durable job with one cron trigger. What was missed while the portal was down runs once, at once.</summary>
    private static void Run<TJob>(this IQuartzBuilder quartz, string name, string cron) where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably().RequestRecovery().DisallowConcurrentExecution());
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name).WithCronSchedule(cron, schedule => schedule
            .InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }

    private static void Keep(IPersistentStoreBuilder store, Storage storage)
    {
        switch (storage.Engine.Name)
        {
            case "SqlServer":
                store.UseSqlServer(storage.ConnectionString);
                store.UseClustering();
                break;
            case "PostgreSql":
                store.UsePostgres(storage.ConnectionString);
                store.UseClustering();
                break;
            default:
                store.UseSqlite($"Data Source={storage.ScheduleFile};Default Timeout=30");
                break;
        }

        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
    }
}

namespace VendorGov.Web.Features.Reports;

public enum ReportStage
{
    /// <summary>Row by row; how many there are is known at the end.</summary>
    Reading,

    /// <summary>What can only be judged over all rows.</summary>
    Judging,
    Storing,
    Reconciling,
}

/// <summary>How far an upload is. <paramref name="Of"/> is null while the number of rows is not known.</summary>
public readonly record struct ReportProgress(ReportStage Stage, int Rows = 0, int? Of = null)
{
    /// <summary>Rows between two reports of progress.</summary>
    public const int Every = 500;
}

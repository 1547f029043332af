using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Scorecards;

/// <summary>How a metric is written: colour, icon and word never stand alone.</summary>
public static class MetricView
{
    /// <summary>Icon and class of the value: at target, between, beyond the minimum.</summary>
    public static (string Css, string Icon, string Key) LookOf(MetricResult metric) => (metric.Status, metric.Points) switch
    {
        (MetricStatus.NotDelivered, _) => ("late", "file-off", "scorecards.notDelivered"),
        (MetricStatus.NoData, _) => ("t3", "circle-minus", "scorecards.noData"),
        (MetricStatus.NotContracted, _) => ("t3", "ban", "scorecards.notContracted"),
        (_, 0) => ("ok", "circle-check", "scorecards.atTarget"),
        (_, 1) => ("warn", "alert-triangle", "scorecards.aboveMinimum"),
        _ => ("late", "alert-octagon-f", "scorecards.belowMinimum"),
    };

    /// <summary>Value with its unit; a share that is not quite 100 % is never written as 100.</summary>
    public static string Value(this Text text, decimal? value, string unit)
    {
        if (value is not { } v)
        {
            return Text.None;
        }

        var digits = v is > 99.9m and < 100m ? 3 : v is > 99m and < 100m ? 2 : 1;
        return unit == "%" ? text.Fixed(v, digits) + "%" : text.Fixed(v);
    }

    public static string Bound(this Text text, decimal bound, MetricResult metric, bool withSign)
    {
        var sign = withSign ? metric.Direction == MetricDirection.Up ? "≥ " : "≤ " : "";
        return sign + text.Number(bound) + (metric.Unit == "%" ? "%" : "");
    }

    public static string Name(this Text text, MetricResult metric) => text.Pick(metric.NameZh, metric.NameEn);

    /// <summary>By its code alone.</summary>
    public static string Name(this Text text, string code) => text.Pick(MetricCatalogue.Find(code).Zh, MetricCatalogue.Find(code).En);

    public static (string Icon, string Key) SourceOf(Provenance source) => source switch
    {
        Provenance.Portal => ("eye-check", "scorecards.fromPortal"),
        Provenance.Report => ("file-upload", "scorecards.fromReport"),
        Provenance.Feed => ("broadcast", "scorecards.fromFeed"),
        Provenance.Headquarters => ("pencil", "scorecards.fromHeadquarters"),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Scorecards;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Contracts;

/// <summary>What is wrong with a terms form, said next to its fields; the domain's rules stand behind it.</summary>
internal sealed class TermsCheck(ModelStateDictionary state, Text text)
{
    public void Check(TermsForm form, IReadOnlyList<CalendarVersion> calendars)
    {
        var known = calendars.Select(c => c.Id.Value).ToHashSet();
        if (form.ServiceCalendar is not { } service || !known.Contains(service))
        {
            state.AddModelError("Input.ServiceCalendar", text["shared.required", text["contracts.serviceCalendar"]]);
        }

        if (form.OfficeCalendar is not { } office || !known.Contains(office))
        {
            state.AddModelError("Input.OfficeCalendar", text["shared.required", text["contracts.officeCalendar"]]);
        }

        if (form.Channels.Count == 0)
        {
            state.AddModelError("Input.Channels", text["contracts.channelMissing"]);
        }

        if (form is { WeeklyDemanded: true, ReportDemanded: false })
        {
            state.AddModelError("Input.WeeklyDemanded", text["rule.weekly-without-monthly"]);
        }

        for (var i = 0; i < form.Metrics.Count; i++)
        {
            CheckMetric(form.Metrics[i], $"Input.Metrics[{i}]");
        }
    }

    private void CheckMetric(MetricLine line, string field)
    {
        if (!MetricCatalogue.TryFind(line.Code, out var metric))
        {
            state.AddModelError("", text["contracts.unknownMetric"]);
            return;
        }

        if (!line.Included)
        {
            return;
        }

        var name = text.Pick(metric.Zh, metric.En);
        if (line.Target is null || line.Minimum is null || line.Weight is not > 0)
        {
            state.AddModelError($"{field}.Weight", text["contracts.metricIncomplete", name]);
        }
        else if (metric.Direction == MetricDirection.Up ? line.Minimum > line.Target : line.Minimum < line.Target)
        {
            state.AddModelError($"{field}.Minimum", text["contracts.minimumBeyondTarget", name]);
        }

        if (line.Severe is null != line.BelowThreshold is null
            || (line is { Severe: { } severe, BelowThreshold: { } below } && !TermsRules.InOrder(new PointEdges(severe, below))))
        {
            state.AddModelError($"{field}.Severe", text["contracts.edgesWrong", name]);
        }
    }
}

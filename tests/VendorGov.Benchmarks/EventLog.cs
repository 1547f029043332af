using System.Globalization;

namespace VendorGov.Benchmarks;

/// <summary>Writes an event log of so many incidents, four rows each, that the profile servicenow-incident-log reads: what the load run is filled by.</summary>
internal static class EventLog
{
    private const string Head =
        "number,incident_state,active,reassignment_count,reopen_count,made_sla,caller_id,opened_by,opened_at,sys_updated_at,contact_type,location,category," +
        "u_symptom,impact,urgency,priority,assignment_group,assigned_to,closed_code,resolved_by,resolved_at,closed_at";

    private static readonly (string State, int Hours, bool Active)[] Steps = [("New", 0, true), ("Active", 1, true), ("Resolved", 20, true), ("Closed", 140, false)];

    public static void Write(string path, int incidents)
    {
        using var file = new StreamWriter(path);
        file.WriteLine(Head);
        var first = new DateTime(2016, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < incidents; i++)
        {
            var opened = first.AddMinutes(i * (300.0 * 24 * 60 / incidents));
            foreach (var (state, hours, active) in Steps)
            {
                file.WriteLine(string.Join(',',
                    $"{i + 1:0000000}", state, active ? "true" : "false", 0, 0, "true", 4000 + (i % 500), i % 300, Time(opened), Time(opened.AddHours(hours)),
                    "Phone", i % 220, i % 50, i % 500, (i % 3) + 1, (i % 3) + 1, (i % 4) + 1, (i % 60) + 1, (i % 200) + 1, i % 15, i % 200,
                    Time(opened.AddHours(20)), Time(opened.AddHours(140))));
            }
        }
    }

    private static string Time(DateTime at) => at.ToString("d/M/yyyy HH:mm", CultureInfo.InvariantCulture);
}

using VendorGov.Domain.Issues;
using VendorGov.Domain.Issues.History;
using VendorGov.Domain.Obligations;
using Xunit;

namespace VendorGov.UnitTests.Issues.History;

public sealed class ImportProfileReaderTests
{
    [Fact]
    public void The_shipped_profile_is_valid_and_holds_the_stated_targets()
    {
        var contract = Log.Profile().Contract;

        Assert.Equal(Target.BusinessMinutes(30), contract.Targets[Severity.S1].Acknowledge);
        Assert.Equal(Target.BusinessHours(80), contract.Targets[Severity.S4].Resolve);
        Assert.Null(contract.Targets[Severity.S1].FirstResponse);
        Assert.Equal([new("IAK", 40), new("IRS", 60)], contract.Metrics);
        Assert.Equal(5, contract.Calendar.Week!.Count);
        Assert.Null(contract.Calendar.Problem());
    }

    [Theory]
    [InlineData("\"key\": \"number\",", "", "$.columns.key", "missing")]
    [InlineData("\"number\"", "7", "$.columns.key", "not-text")]
    [InlineData("\"openedTime\"", "\"opened\"", "$.columns.opened", "unknown-property")]
    [InlineData("d/M/yyyy HH:mm", "%", "$.timeFormats[0]", "time-format")]
    [InlineData("d/M/yyyy HH:mm", "dd HH:mm", "$.timeFormats[0]", "time-format")]
    [InlineData("\"timeZone\": \"UTC\",\n  \"unknown", "\"timeZone\": \"Mars/Base\",\n  \"unknown", "$.timeZone", "time-zone")]
    [InlineData("waitingOnBuyer", "waiting", "$.states['Awaiting User Info']", "state-word")]
    [InlineData("\"4\": \"S4\"", "\"4\": \"S5\"", "$.severities.4", "severity-word")]
    [InlineData("[[\"08:00\", \"18:00\"]],\n      \"tue\"", "[[\"8\", \"18:00\"]],\n      \"tue\"", "$.contract.week.mon[0]", "span")]
    [InlineData("\"amount\": 30", "\"amount\": 0", "$.contract.targets.S1.acknowledge.amount", "integer")]
    [InlineData("\"minutes\"", "\"moons\"", "$.contract.targets.S1.acknowledge.unit", "unit")]
    [InlineData("\"IRS\"", "\"IRX\"", "$.contract.metrics[1].code", "metric-unknown")]
    [InlineData("\"weight\": 60", "\"weight\": 50", "$.contract.metrics", "weights")]
    public void A_mistake_is_told_with_its_json_path(string find, string replace, string path, string rule)
    {
        var json = ImportProfileReader.ShippedJson();
        Assert.Contains(find, json, StringComparison.Ordinal);
        var problems = new List<ProfileProblem>();

        Assert.Null(ImportProfileReader.Read(json.Replace(find, replace, StringComparison.Ordinal), problems));
        Assert.Contains(problems, problem => (problem.Path, problem.Rule) == (path, rule));
    }

    [Fact]
    public void The_contract_of_an_import_holds_two_obligations_two_metrics_and_no_report()
    {
        var terms = Log.Profile().Contract.ToTerms();

        Assert.Equal([new("IAK", 95, 90, 40), new("IRS", 90, 80, 60)], terms.Metrics);
        Assert.Null(terms.MonthlyReport);
        Assert.False(terms.UsePlaybookClocks);
        Assert.Equal(Target.BusinessHours(4), terms.Severities[Severity.S3].Acknowledge);
    }

    [Theory]
    [InlineData("{\n  \"name\": oops", "$", "syntax", "2:11")]
    [InlineData("[]", "$", "not-object", "")]
    public void Text_that_is_not_a_json_object_is_told_once(string json, string path, string rule, string argument)
    {
        var problems = new List<ProfileProblem>();

        Assert.Null(ImportProfileReader.Read(json, problems));
        Assert.Equal([new ProfileProblem(path, rule, argument)], problems);
    }

    [Fact]
    public void Several_mistakes_are_told_together()
    {
        var problems = new List<ProfileProblem>();

        Assert.Null(ImportProfileReader.Read("""{ "name": "a b", "timeFormats": [] }""", problems));
        Assert.Equal(
            ["$.columns", "$.contract", "$.name", "$.states", "$.timeFormats", "$.timeZone"],
            problems.Select(problem => problem.Path).Order(StringComparer.Ordinal));
    }
}

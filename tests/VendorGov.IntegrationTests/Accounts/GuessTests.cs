using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VendorGov.Data;
using VendorGov.Data.Identity;
using VendorGov.Domain.Tenancy;
using VendorGov.IntegrationTests.Hosting;
using VendorGov.IntegrationTests.Reports;
using Xunit;
using Xunit.Abstractions;

namespace VendorGov.IntegrationTests.Accounts;

/// <summary>Guessing at the sign-in page, from one address and from many. VENDORGOV_FULL=1: 10,000 guesses, and 200 measured tries of each kind.</summary>
[Collection(nameof(Measured))]
public sealed class GuessTests(StrictPortal portal, ITestOutputHelper output) : IClassFixture<StrictPortal>
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("VENDORGOV_FULL") == "1";

    private Network Own => portal.Networks.Own;

    [Fact]
    public async Task An_account_that_exists_is_refused_in_the_same_time_and_words_as_one_that_does_not()
    {
        var person = Own.At(Role.OutletReviewer, Own.Outlets[1]);
        var tries = Full ? 200 : 8;
        Dictionary<string, List<double>> times = new() { ["known"] = [], ["unknown"] = [], ["locked"] = [] };
        var bodies = new HashSet<string>();
        var locked = Own.At(Role.OutletManager, Own.Outlets[1]);
        await LockAsync(locked, portal.Clock.Now.AddMinutes(15));
        for (var i = -2; i < tries; i++)
        {
            await LockAsync(person, null);
            foreach (var (kind, email) in new[] { ("known", person.Email), ("unknown", "nobody@portal.example"), ("locked", locked.Email) })
            {
                using var guesser = new Guesser(portal.Address, $"10.1.{(i + 2) % 250}.{kind.Length}");
                var (status, milliseconds, text) = await guesser.GuessAsync(email, "not the password at all");
                Assert.Equal(HttpStatusCode.OK, status);
                bodies.Add(text.Replace(email, "", StringComparison.Ordinal));
                if (i >= 0)
                {
                    times[kind].Add(milliseconds);
                }
            }
        }

        var medians = times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(t.Value.Count / 2));
        output.WriteLine(string.Join(", ", medians.Select(m => $"{m.Key} {m.Value:0.00} ms")) + $", {tries} tries each");
        Assert.Single(bodies);
        // A short run on a busy machine tells a hash that was left out, which is nine tenths of the time, and nothing finer.
        Assert.All(medians, m => Assert.InRange(m.Value / medians["unknown"], Full ? 0.95 : 0.5, Full ? 1.05 : 2));
    }

    [Fact]
    public async Task Guesses_from_many_addresses_open_nothing_and_nobody_else_waits_for_them()
    {
        var victim = Own.At(Role.VendorManager, Own.Vendors[0]);
        using var bystander = await portal.SignedInAsync(Own.At(Role.VendorManager, Own.Vendors[1]));
        await PaceAsync(bystander, 20);
        var before = await PaceAsync(bystander, 40);
        var (addresses, each) = Full ? (50, 200) : (2, 40);
        var statuses = new ConcurrentBag<(HttpStatusCode Status, bool Opened, string? After)>();
        using var over = new CancellationTokenSource();
        var pace = Task.Run(async () =>
        {
            List<double> all = [];
            while (!over.IsCancellationRequested)
            {
                all.AddRange(await TimesAsync(bystander, 5));
                await Task.Delay(Full ? 500 : 50);
            }

            return all;
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, addresses), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (place, _) =>
        {
            using var guesser = new Guesser(portal.Address, $"10.2.0.{place + 1}");
            for (var i = 0; i < each; i++)
            {
                // The right one is among them, once the account is locked.
                var (status, _, text) = await guesser.GuessAsync(victim.Email, i > 8 && i % 10 == 9 ? Networks.Password : $"guess number {i} of many");
                statuses.Add((status, !text.Contains("type=\"password\"", StringComparison.Ordinal) && status == HttpStatusCode.OK, guesser.RetryAfter));
            }
        });
        await over.CancelAsync();
        var during = await pace;
        var slow = during.Order().ElementAt((int)(during.Count * 0.95));
        output.WriteLine($"{statuses.Count} guesses, {statuses.Count(s => s.Status == HttpStatusCode.TooManyRequests)} turned away, p95 of somebody else {before:0.0} ms before, {slow:0.0} ms during.");
        Assert.Equal(addresses * each, statuses.Count);
        Assert.DoesNotContain(statuses, s => s.Opened);
        Assert.All(statuses.Where(s => s.Status == HttpStatusCode.TooManyRequests), s => Assert.Equal("60", s.After));
        Assert.Contains(statuses, s => s.Status == HttpStatusCode.TooManyRequests);
        Assert.True(slow <= Math.Max(before * 1.5, Full ? 60 : 400), $"{before} ms before, {slow} ms during");
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.DoesNotContain(
            await scope.ServiceProvider.GetRequiredService<AppDb>().SignInEvents.Where(e => e.UserId == victim.Id).ToListAsync(), e => e.Outcome == SignInOutcome.Opened);
    }

    private async Task LockAsync(Person person, DateTimeOffset? until)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var id = person.Id.Value;
        await scope.ServiceProvider.GetRequiredService<AppDb>().Users.Where(u => u.Id == id)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, until));
    }

    private static async Task<double> PaceAsync(Visitor visitor, int count) => (await TimesAsync(visitor, count)).Order().ElementAt((int)(count * 0.95));

    private static async Task<List<double>> TimesAsync(Visitor visitor, int count)
    {
        List<double> times = [];
        for (var i = 0; i < count; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await visitor.Http.GetAsync("/Account/Sessions");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Somebody at an address of their own who sends the sign-in form again and again.</summary>
    private sealed class Guesser : IDisposable
    {
        private readonly Visitor _visitor;
        private List<KeyValuePair<string, string>>? _fields;

        public Guesser(Uri address, string from)
        {
            _visitor = new Visitor(address);
            _visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        }

        public string? RetryAfter { get; private set; }

        public async Task<(HttpStatusCode Status, double Milliseconds, string Text)> GuessAsync(string email, string password)
        {
            _fields ??= FormFields.Of((await _visitor.GetAsync("/Account/SignIn")).Form("input[type=password]"))
                .Where(f => !f.Key.StartsWith("Input.", StringComparison.Ordinal)).ToList();
            using var form = new FormUrlEncodedContent([.. _fields, new("Input.Email", email), new("Input.Password", password)]);
            var clock = Stopwatch.StartNew();
            using var answer = await _visitor.Http.PostAsync("/Account/SignIn", form);
            var took = clock.Elapsed.TotalMilliseconds;
            RetryAfter = answer.Headers.TryGetValues("Retry-After", out var after) ? after.Single() : null;
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, took, System.Text.RegularExpressions.Regex.Replace(text, "value=\"CfDJ8[^\"]*\"", ""));
        }

        public void Dispose() => _visitor.Dispose();
    }
}

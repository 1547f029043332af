using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using VendorGov.Data;
using VendorGov.Domain.Feed;
using VendorGov.Web.Hosting;

namespace VendorGov.Web.Features.Feed;

/// <summary>How to send: the fields of each kind, calls of curl to copy, answers, limits.</summary>
[Permission(Permission.ViewFeed)]
public sealed class GuideModel(AppDb db, PortalAddress address, CurrentUser user, TimeProvider clock) : PageModel
{
    private FeedExamples _examples = FeedExamples.Neutral;

    [BindProperty(SupportsGet = true)]
    public FeedKind Kind { get; set; } = FeedKind.Calls;

    public async Task OnGetAsync(CancellationToken cancel) => _examples = await FeedExamples.OfReaderAsync(db, clock.GetUtcNow(), cancel);

    /// <summary>The columns of a kind with one example row.</summary>
    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return File(_examples.Csv(Kind), "text/csv; charset=utf-8", $"feed-{Schema.Path}.csv");
    }

    public FeedSchema Schema => FeedSchema.Of(Kind);

    public bool MayMakeKeys => user.Can(Permission.ManageKeys);

    /// <summary>The address of the chosen kind, as a sender must write it.</summary>
    public string Address => address.Of($"{FeedSetup.Root}/{Schema.Path}");

    public string JsonCall =>
        $"""
        curl -sS {Address} \
          -H "Authorization: Bearer $VENDORGOV_KEY" \
          -H "Idempotency-Key: {Schema.Path}-{_examples.Day}-01" \
          -H "Content-Type: application/json" \
          -d '{_examples.Json(Kind)}'
        """;

    public string CsvCall =>
        $"""
        curl -sS {Address} \
          -H "Authorization: Bearer $VENDORGOV_KEY" \
          -H "Content-Type: text/csv" \
          --data-binary @{Schema.Path}.csv
        """;

    public string ReadCall =>
        $"""
        curl -sS "{Address}?from={_examples.Day}&to={_examples.Day}&page=1&size=500" \
          -H "Authorization: Bearer $VENDORGOV_KEY"
        """;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Cases;
using VendorGov.Domain.Issues;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Referrals;

/// <summary>One referral: the department's answer is written down by the buyer's side; who referred it may withdraw it.</summary>
[Permission(Permission.ViewIssues)]
public sealed class DetailsModel(AppDb db, TimeProvider clock, CurrentUser user, Text text) : PageModel
{
    public sealed class Reply
    {
        public int Version { get; set; }

        public string? Words { get; set; }

        public string? AnsweredBy { get; set; }
    }

    [BindProperty(Name = "")]
    public Reply Input { get; set; } = new();

    public ReferralRow Row { get; private set; } = null!;

    public Referral Referral => Row.Referral;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAnswer => user.Can(Permission.JudgeIssue) && Referral.State == ReferralState.Open;

    public bool MayWithdraw => user.Can(Permission.HandleCases) && Referral.State == ReferralState.Open && Referral.Side == user.Side;

    private Author Me => new(user.Id, user.Name, user.Side);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    [Permission(Permission.JudgeIssue)]
    public Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancel) => ActAsync(id, "referrals.answered", async referral =>
    {
        referral.Reply(Me, Input.Words, Input.AnsweredBy, Now);
        (await db.Issues.SingleAsync(i => i.Id == referral.IssueId, cancel)).NoteReferral(IssueEventKind.ReferralAnswered, Me, Now);
    }, cancel);

    [Permission(Permission.HandleCases)]
    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel) => ActAsync(id, "referrals.withdrawn", referral =>
    {
        referral.Withdraw(Me, Input.Words, Now);
        return Task.CompletedTask;
    }, cancel);

    private async Task<IActionResult> ActAsync(Guid id, string told, Func<Referral, Task> act, CancellationToken cancel)
    {
        if (await db.Referrals.FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } referral)
        {
            return NotFound();
        }

        db.Entry(referral).Property(r => r.Version).OriginalValue = Input.Version;
        try
        {
            if (Input.Words?.Length > 2000 || Input.AnsweredBy?.Length > 120)
            {
                throw new RuleViolationException("text-too-long", 2000);
            }

            await act(referral);
            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[told];
            return RedirectToPage(new { id });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        db.ChangeTracker.Clear();
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Row = (await ReferralList.ReadAsync(db, db.Referrals.AsNoTracking().Where(r => r.Id == id), cancel)).FirstOrDefault()!;
        return Row is not null;
    }
}

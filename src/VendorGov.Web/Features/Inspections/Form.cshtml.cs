using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using VendorGov.Data;
using VendorGov.Domain;
using VendorGov.Domain.Inspections;
using VendorGov.Web.Hosting;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Inspections;

/// <summary>
/// The form in force with its versions; headquarters edit a draft, look at it and publish it. A line whose code is emptied goes, the empty line at
/// the end of a section adds one.
/// </summary>
[Permission(Permission.ViewInspections)]
public sealed class FormModel(AppDb db, CurrentUser user, TimeProvider clock, Text text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Edit { get; set; }

    [BindProperty]
    public Sheet Input { get; set; } = new();

    public IReadOnlyList<Line> Versions { get; private set; } = [];

    public QaForm? Shown { get; private set; }

    public QaFormBody Body => Preview ?? Shown?.Body ?? DefaultQaForm.Body;

    /// <summary>What the typed form would look like; not saved.</summary>
    public QaFormBody? Preview { get; private set; }

    public bool MayEdit => user.Can(Permission.EditQaForm);

    public sealed record Line(int Number, DateTimeOffset? PublishedAt, string ChangedBy, DateTimeOffset ChangedAt);

    public sealed class Words
    {
        [StringLength(200)]
        public string? Zh { get; set; }

        [StringLength(200)]
        public string? En { get; set; }

        public Bilingual? Both => string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En) ? null : new Bilingual(Zh?.Trim() ?? "", En?.Trim() ?? "");

        public static Words Of(Bilingual? words) => new() { Zh = words?.Zh, En = words?.En };
    }

    public sealed class Row
    {
        [StringLength(4)]
        public string? Code { get; set; }

        [StringLength(80)]
        public string? Zh { get; set; }

        [StringLength(120)]
        public string? En { get; set; }

        [Range(0, 100)]
        public decimal? Weight { get; set; }
        public bool Binary { get; set; }
        public bool Brand { get; set; }
        public bool CapsGrade { get; set; }
        public Words Meets { get; set; } = new();
        public Words Minor { get; set; } = new();
        public Words Major { get; set; } = new();
        public Words Fails { get; set; } = new();
    }

    public sealed class Part
    {
        [StringLength(4)]
        public string? Code { get; set; }

        [StringLength(80)]
        public string? Zh { get; set; }

        [StringLength(120)]
        public string? En { get; set; }
        public List<Row> Rows { get; set; } = [];
    }

    public sealed class Sheet
    {
        [Range(1, 100), Display(Name = "inspections.passMarkField")]
        public decimal PassMark { get; set; } = 85;
        public List<Part> Parts { get; set; } = [];
        public List<Row> Fatal { get; set; } = [];
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (Number is not null && Shown is null)
        {
            return NotFound();
        }

        Edit &= MayEdit;
        Input = Typed(Body);
        return Page();
    }

    [Permission(Permission.EditQaForm)]
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Edit = true;
        try
        {
            Preview = Read();
            Preview.Demand();
        }
        catch (RuleViolationException e)
        {
            ModelState.AddModelError("", text.Rule(e));
        }

        return Page();
    }

    /// <summary>Keeps the draft, whatever it is worth; a published version is never touched.</summary>
    [Permission(Permission.EditQaForm)]
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancel) => SaveAsync(publish: false, cancel);

    [Permission(Permission.EditQaForm)]
    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancel) => SaveAsync(publish: true, cancel);

    private async Task<IActionResult> SaveAsync(bool publish, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Edit = true;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var now = clock.GetUtcNow();
            var draft = await db.QaForms.FirstOrDefaultAsync(f => f.PublishedAt == null, cancel);
            if (draft is null)
            {
                draft = new QaForm(db.Scope.Tenant, 1 + (await db.QaForms.MaxAsync(f => (int?)f.Number, cancel) ?? 0), Read(), user.Name, now);
                db.QaForms.Add(draft);
            }
            else
            {
                draft.Change(Read(), user.Name, now);
            }

            if (publish)
            {
                draft.Publish(user.Name, now);
            }

            await db.SaveChangesAsync(cancel);
            TempData["Flash"] = text[publish ? "inspections.formPublished" : "inspections.formKept", draft.Number];
            return RedirectToPage(new { number = draft.Number, edit = !publish });
        }
        catch (Exception e) when (Refusal.Is(e))
        {
            ModelState.AddModelError("", text.Refused(e));
        }

        return Page();
    }

    private QaFormBody Read() => new(
        Input.PassMark,
        [.. Input.Parts.Where(p => !string.IsNullOrWhiteSpace(p.Code)).Select(p => new QaSection(p.Code!.Trim(), p.Zh?.Trim() ?? "", p.En?.Trim() ?? "", [.. p.Rows.Where(Kept).Select(Item)])).Where(s => s.Criteria.Count > 0)],
        [.. Input.Fatal.Where(Kept).Select(r => new QaFatal(r.Code!.Trim(), r.Zh?.Trim() ?? "", r.En?.Trim() ?? "", r.CapsGrade))]);

    private static bool Kept(Row row) => !string.IsNullOrWhiteSpace(row.Code);

    private static QaCriterion Item(Row r) => new(
        r.Code!.Trim(), r.Zh?.Trim() ?? "", r.En?.Trim() ?? "", r.Weight ?? 0, r.Binary, r.Brand,
        new Rubric(r.Meets.Both ?? new Bilingual("", ""), r.Binary ? null : r.Minor.Both, r.Binary ? null : r.Major.Both, r.Fails.Both ?? new Bilingual("", "")));

    private static Sheet Typed(QaFormBody body) => new()
    {
        PassMark = body.PassMark,
        Parts = [.. body.Sections.Select(s => new Part
        {
            Code = s.Code, Zh = s.Zh, En = s.En,
            Rows = [.. s.Criteria.Select(c => new Row
            {
                Code = c.Code, Zh = c.Zh, En = c.En, Weight = c.Weight, Binary = c.Binary, Brand = c.Brand,
                Meets = Words.Of(c.Rubric.Meets), Minor = Words.Of(c.Rubric.Minor), Major = Words.Of(c.Rubric.Major), Fails = Words.Of(c.Rubric.Fails),
            }), new Row()],
        }), new Part { Rows = [new Row()] }],
        Fatal = [.. body.Fatal.Select(f => new Row { Code = f.Code, Zh = f.Zh, En = f.En, CapsGrade = f.CapsGrade }), new Row()],
    };

    private async Task LoadAsync(CancellationToken cancel)
    {
        var editor = MayEdit;
        Versions = await db.QaForms.AsNoTracking().Where(f => f.PublishedAt != null || editor).OrderByDescending(f => f.Number)
            .Select(f => new Line(f.Number, f.PublishedAt, f.ChangedBy, f.ChangedAt)).ToListAsync(cancel);
        var wanted = Number ?? Versions.FirstOrDefault(v => v.PublishedAt is not null)?.Number;
        Shown = Versions.All(v => v.Number != wanted) ? null : await db.QaForms.AsNoTracking().FirstOrDefaultAsync(f => f.Number == wanted, cancel);
    }
}

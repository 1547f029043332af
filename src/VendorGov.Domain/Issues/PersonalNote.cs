using VendorGov.Domain.Tenancy;

namespace VendorGov.Domain.Issues;

/// <summary>What is kept.</summary>
public enum PersonalNoteKind
{
    /// <summary>Words for a reply.</summary>
    Reply,
    /// <summary>A list's filters, as the query of its address.</summary>
    Filter,
}

/// <summary>Something that a person keeps for the daily work; nobody else sees it.</summary>
public sealed class PersonalNote : ITenantOwned
{
    /// <summary>Of one kind and person.</summary>
    public const int Most = 30;

    /// <summary>Characters of a title.</summary>
    public const int LongestTitle = 80;

    private PersonalNote()
    {
    }

    public PersonalNote(TenantId tenant, UserId user, PersonalNoteKind kind, string title, string body)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleViolationException("note-title-missing");
        }

        Id = Keys.Next();
        (TenantId, UserId, Kind, Title, Body) = (tenant, user, kind, title.Trim(), body);
    }

    public Guid Id { get; private set; }

    public TenantId TenantId { get; private set; }

    public UserId UserId { get; private set; }

    public PersonalNoteKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";
}

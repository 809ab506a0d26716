package no.kompetansebro.training.items;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.catalogue.ItemEditing;
import no.kompetansebro.catalogue.ItemEditing.Outcome;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.items.ItemViews.State;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where HR changes an item or makes a new one. The form goes back and forth as it is; nothing is kept before the preview has been
 * confirmed. The catalogue is the whole employer's, so only who has an HR grant for everything changes it.
 */
@Controller
class ItemPage {

    private static final String NEW = ItemsPage.PATH + "/nytt";
    private static final String ONE = ItemsPage.PATH + "/element";
    private static final String REMOVE = ItemsPage.PATH + "/slett";

    private static final Pattern AT_A_PART = Pattern.compile("(up|down|remove)-([0-9]{1,3})");

    private final ItemEditing editing;
    private final ItemViews views;
    private final ItemPreviews previews;
    private final ItemUses uses;

    ItemPage(ItemEditing editing, ItemViews views, ItemPreviews previews, ItemUses uses) {
        this.editing = editing;
        this.views = views;
        this.previews = previews;
        this.uses = uses;
    }

    static String link(ItemCode item) {
        return address(ONE, "kode", item);
    }

    static String newVersionOf(ItemCode programme) {
        return address(NEW, "erstatter", programme);
    }

    private static String address(String path, String parameter, ItemCode item) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam(parameter, "{item}")
                .encode()
                .buildAndExpand(item.value())
                .toUriString();
    }

    @GetMapping(ONE)
    ModelAndView show(
            Viewer viewer, Words words, @RequestParam String kode, @RequestParam(defaultValue = "") String utfall) {
        ItemsPage.requirePlanner(viewer);
        State state = State.of(ItemForm.of(item(kode)));
        return page(utfall.equals("saved") ? state.told("training.items.outcome.saved") : state, viewer, words);
    }

    @GetMapping(NEW)
    ModelAndView begin(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String type,
            @RequestParam Optional<String> erstatter) {
        requireEditor(viewer);
        ItemForm form = erstatter
                .map(this::item)
                .map(item -> ItemForm.nextVersionOf(item, uses.current().nextCode(item.code())))
                .orElseGet(() -> ItemForm.ofKind(
                        type.equals(Item.Kind.PROGRAMME.name()) ? Item.Kind.PROGRAMME : Item.Kind.COURSE));
        return page(State.of(form), viewer, words);
    }

    private Item item(String code) {
        return uses.current().item(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Does what the button says: changes the parts of the form, shows what would become of it, or keeps it. */
    @PostMapping(ONE)
    ModelAndView act(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String newPart,
            @RequestParam MultiValueMap<String, String> sent) {
        requireEditor(viewer);
        ItemForm form = ItemForm.of(sent);
        return switch (action) {
            case "add" -> page(State.focused(form.and(newPart), "newPart"), viewer, words);
            case "back" -> page(State.of(form), viewer, words);
            case "save" -> save(form, viewer, words);
            case "preview" -> preview(form, viewer, words);
            default -> page(atAPart(form, action), viewer, words);
        };
    }

    private static State atAPart(ItemForm form, String action) {
        Matcher at = AT_A_PART.matcher(action);
        if (!at.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        int place = Integer.parseInt(at.group(2));
        return switch (at.group(1)) {
            case "up" -> State.focused(form.moved(place, -1), "up-" + Math.max(0, place - 1));
            case "down" ->
                State.focused(
                        form.moved(place, 1), "down-" + Math.min(form.parts().size() - 1, place + 1));
            default -> State.focused(form.without(place), "newPart");
        };
    }

    private ModelAndView preview(ItemForm form, Viewer viewer, Words words) {
        return switch (editing.put(form.shown(), form.document(), true)) {
            case Outcome.Done _ ->
                new ModelAndView("training/innhold-bekreft").addObject("view", previews.of(form, words));
            case Outcome.Refused refused -> refused(form, refused, viewer, words);
            case Outcome.Overtaken _ -> overtaken(form, viewer, words);
        };
    }

    private ModelAndView save(ItemForm form, Viewer viewer, Words words) {
        return switch (editing.put(form.shown(), form.document(), false)) {
            case Outcome.Done _ ->
                new ModelAndView("redirect:" + link(new ItemCode(form.isNew() ? form.text("code") : form.former()))
                        + "&utfall=saved");
            case Outcome.Refused refused -> refused(form, refused, viewer, words);
            case Outcome.Overtaken _ -> overtaken(form, viewer, words);
        };
    }

    @PostMapping(REMOVE)
    ModelAndView remove(Viewer viewer, Words words, @RequestParam String kode, @RequestParam String version) {
        requireEditor(viewer);
        return switch (editing.remove(new ItemEditing.Shown(new ItemCode(kode), version))) {
            case Outcome.Done _ -> new ModelAndView("redirect:" + ItemsPage.PATH + "?utfall=removed");
            case Outcome.Refused refused -> refused(ItemForm.of(item(kode)), refused, viewer, words);
            case Outcome.Overtaken _ -> overtaken(ItemForm.of(item(kode)), viewer, words);
        };
    }

    private ModelAndView refused(ItemForm form, Outcome.Refused refused, Viewer viewer, Words words) {
        return page(
                State.refused(form, ItemErrors.of(refused, words)), viewer, words, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView overtaken(ItemForm form, Viewer viewer, Words words) {
        return page(State.overtaken(form), viewer, words, HttpStatus.CONFLICT);
    }

    private ModelAndView page(State state, Viewer viewer, Words words) {
        return page(state, viewer, words, HttpStatus.OK);
    }

    private ModelAndView page(State state, Viewer viewer, Words words, HttpStatusCode status) {
        ModelAndView page = new ModelAndView("training/element").addObject("view", views.of(state, viewer, words));
        page.setStatus(status);
        return page;
    }

    private static void requireEditor(Viewer viewer) {
        if (!viewer.everything()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}

import type { Page } from 'playwright-core'

/**
 * Moves the focus with the Tab key alone until it stands on what is meant, as somebody does who has no mouse.
 * Fails where it cannot be reached: it is not there, or something before it holds the focus.
 */
export const tabTo = async (page: Page, what: string): Promise<void> => {
  const target = page.locator(what).first()
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`the Tab key does not reach ${what} at ${page.url()}`)
}

/** Tab to a field and type into it, in place of what it holds. */
export const typeInto = async (page: Page, what: string, text: string): Promise<void> => {
  await tabTo(page, what)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Enter, where it leads to another page. */
export const enter = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.keyboard.press('Enter')])
}

/** The keys that somebody presses on their way through a page, counted. `delay`: milliseconds between one and the next. */
export const countedKeys = (page: Page, delay: number) => {
  let keys = 0
  const press = async (key: string): Promise<void> => {
    keys += 1
    await page.keyboard.press(key)
    await page.waitForTimeout(delay)
  }
  return {
    count: () => keys,
    press,
    /** Past what stands above the page by its own link, then with the Tab key to what is meant. */
    tabTo: async (what: string): Promise<void> => {
      const target = page.locator(what)
      const isThere = () => target.evaluateAll((all) => all.some((element) => element === document.activeElement))
      await press('Tab')
      await press('Enter')
      while (!(await isThere())) {
        if (keys > 80) throw new Error(`the Tab key does not reach ${what} at ${page.url()}`)
        await press('Tab')
      }
    },
    enter: async (): Promise<void> => {
      await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), press('Enter')])
    },
  }
}
